import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { conversionFor, loadConverter } from '../domain/script/index.ts';
import { ask } from '../platform/reader.ts';
import './print.css';
import { PrintedPages } from './printed-pages.tsx';

// The page of a hidden window: it fetches the one job that its address names, sets it, and says that it stands.
const jobId = location.hash.slice(1);
const container = document.getElementById('root');

set(container).then(
  () => ask('print.ready', { jobId, problem: null }),
  (error: unknown) => {
    const problem = error instanceof Error ? error.message : String(error);
    return ask('print.ready', { jobId, problem: problem.slice(0, 1000) || 'unknown' });
  },
);

async function set(root: HTMLElement | null): Promise<void> {
  if (root === null) throw new Error('index.html has no #root');
  const job = await ask('print.job', { jobId });
  const [main] = job.parts;
  if (main === undefined) throw new Error('nothing to print');
  const { document: summary } = main.content;
  const converter =
    job.request.scriptView === 'original' ? null : await loadConverter(conversionFor(summary.script));
  document.title = summary.title;
  flushSync(() => createRoot(root).render(<PrintedPages job={job} converter={converter} />));
  // The sizes of the lines, and with them the pages, are known when the fonts are.
  await document.fonts.ready;
}
