import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Bundles a source file into one CommonJS file that Node runs, as the app's own bundles are made. */
export async function bundleForNode(source: URL, file: string): Promise<string> {
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true, target: 'node' },
    build: {
      ssr: fileURLToPath(source),
      target: 'node20',
      outDir: path.dirname(file),
      emptyOutDir: false,
      rolldownOptions: {
        external: [/^node:/],
        output: { format: 'cjs', entryFileNames: path.basename(file), codeSplitting: false },
      },
    },
  });
  return file;
}

/** The storage worker as the app starts it. */
export async function bundleStorageWorker(folder: string): Promise<string> {
  const source = new URL('../../main/storage/worker.ts', import.meta.url);
  return bundleForNode(source, path.join(folder, 'storage-worker.cjs'));
}
