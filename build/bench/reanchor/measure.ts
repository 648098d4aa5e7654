import {
  alignEditions,
  type QuoteAnchor,
  type Reanchored,
  reanchor,
} from '../../../renderer/domain/reanchor/index.ts';
import { processorTime } from '../statistics.ts';
import { between, type Random, seeded } from './random.ts';
import { type Edit, type Pool, poolOf, scenarios } from './scenarios.ts';
import { paragraphsOf, sentencesOf, track } from './tracked.ts';
import { fateOf, judge, type Truth, truthOf, type Verdict } from './truth.ts';

export type Document = { readonly name: string; readonly text: string };

/** Verdicts over the quotes of one scenario, and what aligning and placing took, in milliseconds. */
export type Row = {
  readonly scenario: string;
  readonly counts: Readonly<Record<Verdict, number>>;
  readonly baseline: Readonly<Record<Verdict, number>>;
  readonly alignMilliseconds: number;
  readonly placeMilliseconds: number;
  readonly units: number;
};

/** A quote that was answered wrongly, to be looked at. */
export type Miss = {
  readonly scenario: string;
  readonly document: string;
  readonly verdict: Verdict;
  readonly quote: string;
  readonly found: string;
  readonly truth: Truth;
  readonly prefix: string;
};

export type Measurement = { readonly rows: readonly Row[]; readonly misses: readonly Miss[] };

const noCounts = (): Record<Verdict, number> => ({
  right: 0,
  wrong: 0,
  orphaned: 0,
  'deleted right': 0,
  'deleted wrong': 0,
});

/** Edits every document by every scenario and judges the answers for `quotes` quotes of each. */
export async function measure(
  documents: readonly Document[],
  quotes: number,
  seed: number,
): Promise<Measurement> {
  const misses: Miss[] = [];
  const rows: Row[] = [];
  const pools = documents.map((document) =>
    poolOf(
      documents
        .filter((other) => other !== document)
        .slice(0, 8)
        .map(({ text }) => text),
    ),
  );
  for (const [scenario, edit] of await scenarios()) {
    const row = {
      scenario,
      counts: noCounts(),
      baseline: noCounts(),
      alignMilliseconds: 0,
      placeMilliseconds: 0,
      units: 0,
    };
    documents.forEach((document, index) => {
      const random = seeded(
        seed + 7919 * index + [...scenario].reduce((sum, c) => sum * 31 + c.charCodeAt(0), 0),
      );
      const pool = pools[index] ?? { sentences: [], words: [] };
      measureOne({ document, scenario, edit, pool, random, quotes }, row, misses);
    });
    rows.push(row);
  }
  return { rows, misses };
}

type Trial = {
  readonly document: Document;
  readonly scenario: string;
  readonly edit: Edit;
  readonly pool: Pool;
  readonly random: Random;
  readonly quotes: number;
};

function measureOne(
  { document: { name, text }, scenario, edit, pool, random, quotes }: Trial,
  row: { -readonly [Key in keyof Row]: Row[Key] } & {
    counts: Record<Verdict, number>;
    baseline: Record<Verdict, number>;
  },
  misses: Miss[],
): void {
  const fate = fateOf(text, edit(track(text), random, pool));
  const anchors = anchorsIn(text, random, quotes);
  const started = processorTime();
  const alignment = alignEditions(text, fate.newText);
  const aligned = processorTime();
  const answers = anchors.map((anchor) => reanchor(alignment, anchor));
  row.placeMilliseconds += processorTime() - aligned;
  row.alignMilliseconds += aligned - started;
  row.units += text.length;
  anchors.forEach((anchor, index) => {
    const answer: Pick<Reanchored, 'start' | 'end'> = answers[index] ?? { start: null, end: null };
    const truth = truthOf(text, fate, anchor.start, anchor.end);
    const verdict = judge(truth, answer);
    row.counts[verdict] += 1;
    row.baseline[judge(truth, exactNearest(fate.newText, anchor))] += 1;
    if (verdict === 'right' || verdict === 'deleted right') return;
    const found = answer.start === null ? '' : fate.newText.slice(answer.start, answer.end ?? 0);
    misses.push({
      scenario,
      document: name,
      verdict,
      quote: anchor.exact,
      found,
      truth,
      prefix: anchor.prefix,
    });
  });
}

/** What a reader without alignment does: the same words, nearest to where they were. */
function exactNearest(text: string, { exact, start }: QuoteAnchor): Pick<Reanchored, 'start' | 'end'> {
  const before = text.lastIndexOf(exact, start);
  const after = text.indexOf(exact, start);
  if (before < 0 && after < 0) return { start: null, end: null };
  const at = before >= 0 && (after < 0 || start - before <= after - start) ? before : after;
  return { start: at, end: at + exact.length };
}

/** Quotes of 2 to 400 characters anywhere (short ones more often), whole sentences and whole paragraphs. */
function anchorsIn(text: string, random: Random, count: number): QuoteAnchor[] {
  const shaped = [sentencesOf(track(text)), paragraphsOf(track(text))].map((parts) =>
    parts.map((part) => ({
      start: part[0]?.origin ?? 0,
      length: part.reduce((sum, t) => sum + t.character.length, 0),
    })),
  );
  const anchors: QuoteAnchor[] = [];
  for (let tries = 0; anchors.length < count && tries < count * 20; tries += 1) {
    const parts = shaped[tries % 4];
    const part = parts?.[between(random, 0, parts.length - 1)];
    const length = Math.round(2 * 200 ** random());
    const start = part?.start ?? between(random, 0, text.length - 1);
    const anchor = anchorOf(text, start, Math.min(text.length, start + (part?.length ?? length)));
    if (anchor !== null) anchors.push(anchor);
  }
  return anchors;
}

/** The quote between two offsets without the white space at its ends; null when fewer than two units are left. */
function anchorOf(text: string, from: number, to: number): QuoteAnchor | null {
  let [start, end] = [from, to];
  const isOutside = (at: number): boolean => /[\s\udc00-\udfff]/u.test(text[at] ?? '');
  while (start < end && isOutside(start)) start += 1;
  while (end > start && /\s/u.test(text[end - 1] ?? '')) end -= 1;
  if (end < text.length && /[\udc00-\udfff]/u.test(text[end] ?? '')) end += 1;
  if (end - start < 2) return null;
  return {
    start,
    end,
    exact: text.slice(start, end),
    prefix: text.slice(Math.max(0, start - 32), start),
    suffix: text.slice(end, end + 32),
  };
}
