import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { SearchUnit } from '../../preload/contract/index.ts';
import { fold } from '../../renderer/domain/fold/index.ts';
import { createSearchEngine } from '../../renderer/domain/search/index.ts';
import { repositoryRoot } from '../runtime/locations.mjs';
import { processorTime } from './statistics.ts';

// The engine of the search by itself, in Node, against a plain scan for the same words in the same run: with 50
// hits, exact totals and offsets, on the five documents and, where it is at hand, on the corpus of laws.

const questions = Number(process.argv[2] ?? 1000);
const corpus = path.join(repositoryRoot, '..', 'shared', 'corpus', 'laws-995.jsonl.gz');
/** Milliseconds; the ratio is to the plain scan's. */
const bars = {
  seeds: { build: 4000, median: 0.2, slow: 1, ratio: Number.POSITIVE_INFINITY },
  corpus: { build: 4000, median: 0.2, slow: 3, ratio: 0.5 },
} as const;

/** Always the same numbers: mulberry32 with a fixed seed. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

const unitsOf = (id: string, texts: readonly string[]): SearchUnit[] =>
  texts.map((text, at) => ({
    documentId: id,
    blockId: `${id}-${at}`,
    kind: at === 0 ? 'title' : 'paragraph',
    textStart: 0,
    text,
  }));

function seeds(): readonly SearchUnit[] {
  const manifest: unknown = JSON.parse(
    readFileSync(path.join(repositoryRoot, 'seeds/manifest.json'), 'utf8'),
  );
  const names = [...JSON.stringify(manifest).matchAll(/"([^"]+\.txt)"/gu)].map(([, name]) => name ?? '');
  return [...new Set(names)].flatMap((name) =>
    unitsOf(
      name.slice(0, 3),
      readFileSync(path.join(repositoryRoot, 'seeds/documents', name), 'utf8')
        .split('\n')
        .filter((line) => line.trim() !== ''),
    ),
  );
}

/** Words to be found: pieces of the texts, of 1 to 30 characters. */
function pieces(units: readonly SearchUnit[], count: number): readonly string[] {
  const next = numbers(20_201_105);
  const found: string[] = [];
  while (found.length < count) {
    const characters = [...(units[next(units.length)]?.text ?? '')];
    const length = 1 + next(30);
    // Every length alike: a text that is too short for it is passed over.
    if (characters.length < length) continue;
    const start = next(characters.length - length + 1);
    const piece = characters
      .slice(start, start + length)
      .join('')
      .replace(/["＂]/gu, '');
    if (fold(piece) !== '') found.push(piece);
  }
  return found;
}

const quantile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;

function measure(name: string, units: readonly SearchUnit[], bar: (typeof bars)[keyof typeof bars]): boolean {
  const before = processorTime();
  const engine = createSearchEngine();
  engine.add(units);
  const added = processorTime() - before;
  let slice = 0;
  for (let left = 1; left > 0; ) {
    const start = processorTime();
    left = engine.buildIndex(200);
    slice = Math.max(slice, processorTime() - start);
  }
  const built = processorTime() - before;
  // The plain scan: all folded texts in one string, every place counted.
  const whole = units.map(({ text }) => fold(text)).join('\n');
  const asked = pieces(units, questions);
  const own: number[] = [];
  const plain: number[] = [];
  let wrong = 0;
  for (const piece of asked.slice(0, 100)) engine.search(`"${piece}"`, { limit: 50 });
  for (const piece of asked) {
    const start = performance.now();
    const result = engine.search(`"${piece}"`, { limit: 50 });
    const middle = performance.now();
    const term = fold(piece);
    let places = 0;
    for (let at = whole.indexOf(term); at >= 0; at = whole.indexOf(term, at + 1)) places += 1;
    plain.push(performance.now() - middle);
    own.push(middle - start);
    if (places !== result.totalOccurrences) wrong += 1;
  }
  own.sort((a, b) => a - b);
  plain.sort((a, b) => a - b);
  const [half, slow] = [quantile(own, 0.5), quantile(own, 0.95)];
  const [plainHalf, plainSlow] = [quantile(plain, 0.5), quantile(plain, 0.95)];
  const ratio = slow / plainSlow;
  console.log(
    `${name}: ${units.length} blocks, ${whole.length} characters\n` +
      `  built in ${Math.round(built)} ms of processor time (${Math.round(added)} of them folding), longest slice ${Math.round(slice)} ms\n` +
      `  search p50 ${half.toFixed(3)} ms, p95 ${slow.toFixed(3)} ms; plain scan p50 ${plainHalf.toFixed(3)} ms, p95 ${plainSlow.toFixed(3)} ms; ` +
      `ratio of p95 ${ratio.toFixed(2)}, of p50 ${(half / plainHalf).toFixed(3)}\n` +
      `  ${asked.length} questions, ${wrong} with another count than the plain scan`,
  );
  return built <= bar.build && half <= bar.median && slow <= bar.slow && ratio <= bar.ratio && wrong === 0;
}

console.log(`search, Node ${process.versions.node}`);
let held = measure('five documents', seeds(), bars.seeds);
if (!existsSync(corpus)) console.log('The corpus of laws is not at hand, so it was not measured.');
else {
  const laws = gunzipSync(readFileSync(corpus))
    .toString('utf8')
    .trim()
    .split('\n')
    .map((line): { id: string; title: string; paragraphs: string[] } => JSON.parse(line));
  const units = laws.flatMap(({ id, paragraphs }) => unitsOf(id, paragraphs));
  held = measure(`${laws.length} laws`, units, bars.corpus) && held;
}
process.exitCode = held ? 0 : 1;
