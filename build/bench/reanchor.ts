import { alignEditions, reanchor } from '../../renderer/domain/reanchor/index.ts';
import { corpusDocuments, seedDocuments } from './reanchor/documents.ts';
import { type Document, type Miss, measure, type Row } from './reanchor/measure.ts';
import { percent, processorTime } from './statistics.ts';

// Re-anchoring on edited editions whose truth is tracked through the edits: right, wrong, orphaned, deleted passages
// anchored all the same, time; beside it the baseline "exact quote nearest". Arguments: `even` or `odd` half
// of the corpus (`even` is the one the rules were made on), documents of it, quotes a document, seed.

const [half = 'even', documents = '40', quotes = '200', seed = '1', show = '0'] = process.argv.slice(2);

const share = (part: number, whole: number): string => `${((100 * part) / Math.max(1, whole)).toFixed(2)} %`;

function line(cells: readonly string[]): string {
  return cells.map((cell, index) => (index === 0 ? cell.padEnd(16) : cell.padStart(12))).join('');
}

function cells({ counts, baseline, ...row }: Row): readonly string[] {
  const judged = counts.right + counts.wrong + counts.orphaned;
  const deleted = counts['deleted right'] + counts['deleted wrong'];
  return [
    row.scenario,
    `${judged}`,
    share(counts.right, judged),
    share(counts.wrong, judged),
    share(counts.orphaned, judged),
    `${counts['deleted wrong']}/${deleted}`,
    share(counts['deleted wrong'], deleted),
    `${((1e6 * row.alignMilliseconds) / row.units).toFixed(0)}`,
    `${((1000 * row.placeMilliseconds) / (judged + deleted)).toFixed(1)}`,
    share(baseline.right, judged),
    share(baseline.wrong, judged),
    share(baseline['deleted wrong'], deleted),
  ];
}

function sum(rows: readonly Row[]): Row {
  const add = (pick: (row: Row) => number): number => rows.reduce((total, row) => total + pick(row), 0);
  const counts = (pick: (row: Row) => Row['counts']): Row['counts'] => ({
    right: add((row) => pick(row).right),
    wrong: add((row) => pick(row).wrong),
    orphaned: add((row) => pick(row).orphaned),
    'deleted right': add((row) => pick(row)['deleted right']),
    'deleted wrong': add((row) => pick(row)['deleted wrong']),
  });
  return {
    scenario: 'all',
    counts: counts((row) => row.counts),
    baseline: counts((row) => row.baseline),
    alignMilliseconds: add((row) => row.alignMilliseconds),
    placeMilliseconds: add((row) => row.placeMilliseconds),
    units: add((row) => row.units),
  };
}

async function table(name: string, texts: readonly Document[]): Promise<boolean> {
  const { rows, misses } = await measure(texts, Number(quotes), Number(seed));
  const characters = texts.reduce((total, { text }) => total + text.length, 0);
  console.log(
    `\n${name}: ${texts.length} documents, ${characters} characters, ${quotes} quotes each a scenario`,
  );
  const baseline = ['nearest right', 'n. wrong', 'n. del.wr.'];
  console.log(
    line([
      'scenario',
      'judged',
      'right',
      'wrong',
      'orphaned',
      'del. wrong',
      '',
      'ms/M chars',
      'ms/1000',
      ...baseline,
    ]),
  );
  const all = sum(rows);
  for (const row of [...rows, all]) console.log(line(cells(row)));
  for (const miss of misses.slice(0, Number(show))) console.log(describe(miss));
  const judged = all.counts.right + all.counts.wrong + all.counts.orphaned;
  const deleted = all.counts['deleted right'] + all.counts['deleted wrong'];
  const held =
    all.counts.right >= 0.97 * judged &&
    all.counts.wrong <= 0.01 * judged &&
    all.counts['deleted wrong'] <= 0.06 * deleted;
  console.log(
    `right >= ${percent(0.97)}, wrong <= ${percent(0.01)}, deleted wrong <= ${percent(0.06)}: ${held ? 'held' : 'NOT HELD'}`,
  );
  return held;
}

function describe({ scenario, document, verdict, quote, found, truth, prefix }: Miss): string {
  return JSON.stringify({ scenario, document, verdict, quote, found, truth, prefix });
}

/** Large and awkward texts: time must grow with length, not with its square. */
function speed(texts: readonly Document[]): void {
  const seed = texts.map(({ text }) => text).join('\n');
  const repeated = (length: number): string => seed.repeat(Math.ceil(length / seed.length)).slice(0, length);
  const edited = (text: string): string =>
    text.replace(/发展/gu, (word, at: number) => (at % 7 === 0 ? '进步' : word));
  const other = (text: string): string =>
    [...text]
      .map((character, at) =>
        String.fromCharCode(0x4e00 + ((character.charCodeAt(0) * 31 + at * 7) % 20_000)),
      )
      .join('');
  const kinds: readonly (readonly [string, (length: number) => readonly [string, string]])[] = [
    ['repeated documents, edited', (length) => [repeated(length), edited(repeated(length))]],
    [
      'one line',
      (length) => [repeated(length).replace(/\n/gu, ''), edited(repeated(length).replace(/\n/gu, ''))],
    ],
    [
      'one line, no punctuation',
      (length) => [
        repeated(length).replace(/[\n\p{P}]/gu, ''),
        edited(repeated(length).replace(/[\n\p{P}]/gu, '')),
      ],
    ],
    ['all replaced', (length) => [repeated(length), other(repeated(length))]],
    [
      'identical lines, one gone',
      (length) => [
        '持续推进各项工作。\n'.repeat(length / 10),
        '持续推进各项工作。\n'.repeat(length / 10 - 1),
      ],
    ],
    ['one character', (length) => ['中'.repeat(length), '中'.repeat(length - 7)]],
    ['the same', (length) => [repeated(length), repeated(length)]],
  ];
  console.log(
    '\nalignment, ms of processor time, of texts of 0.35, 1 and 5 million characters (1 MB of UTF-8 is 0.35)',
  );
  for (const [name, make] of kinds) {
    const times = [350_000, 1_000_000, 5_000_000].map((length) => {
      const [old, fresh] = make(length);
      const started = processorTime();
      const alignment = alignEditions(old, fresh);
      const took = processorTime() - started;
      reanchor(alignment, { start: 10, end: 20, exact: old.slice(10, 20), prefix: '', suffix: '' });
      return took.toFixed(0);
    });
    console.log(line([name.padEnd(30), ...times]));
  }
}

const corpus = corpusDocuments(half === 'odd' ? 'odd' : 'even', Number(documents));
const seeds = seedDocuments();
const held = [await table('seeds', seeds)];
if (corpus.length === 0) console.log('the corpus is not on this machine: seeds only');
else held.push(await table(`corpus, ${half} half`, corpus));
speed([...seeds, ...corpus]);
process.exitCode = held.every(Boolean) ? 0 : 1;
