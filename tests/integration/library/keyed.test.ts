import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { SEEDS } from '../../../build/library/build-library.ts';
import { readSeeds } from '../../../build/library/seeds.ts';
import type { StructuredDocument } from '../../../main/ingest/index.ts';

// Time on a shared machine, not a measure of anything.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

/*
 * Facts and citations against keys made by reading the sources: `facts.json` has the offset, the printed words
 * and the type of every target, amount, deadline, term, limit and the like; `citations.json` the offset, form and
 * kind of every citation. The table of 003 repeats its body and is in the second key only.
 */
type Entry = readonly (string | number)[];
type Key = Readonly<Record<string, readonly Entry[]>>;

const least = 0.95;
let documents: readonly StructuredDocument[];
let keys: { readonly facts: Key; readonly citations: Key };

async function key(name: string): Promise<Key> {
  return JSON.parse(await readFile(new URL(`./expected/${name}.json`, import.meta.url), 'utf8')) as Key;
}

function body(d: StructuredDocument): { readonly end: number } {
  const table = d.blocks.find((b) => b.kind === 'table');
  return { end: table?.ranges[0]?.start ?? Number.POSITIVE_INFINITY };
}

function foundFacts(d: StructuredDocument): readonly Entry[] {
  const { end } = body(d);
  return d.facts.filter((f) => f.source.start < end).map((f) => [f.source.start, f.raw, f.type]);
}

function foundCitations(d: StructuredDocument): readonly Entry[] {
  return d.citations.map((c) => [c.source.start, c.form, c.kind]);
}

interface Comparison {
  readonly id: string;
  readonly recall: number;
  readonly precision: number;
  readonly missed: readonly string[];
  readonly extra: readonly string[];
}

/** What of the key was found in a document, and what was found that is not in the key. */
function compare(id: string, wanted: readonly Entry[], found: readonly Entry[]): Comparison {
  const [want, have] = [wanted, found].map((entries) => new Set(entries.map((e) => e.join(' ')))) as [
    Set<string>,
    Set<string>,
  ];
  const missed = [...want].filter((e) => !have.has(e));
  const extra = [...have].filter((e) => !want.has(e));
  const share = (part: number, of: number): number => (of === 0 ? 1 : (of - part) / of);
  return {
    id,
    recall: share(missed.length, want.size),
    precision: share(extra.length, have.size),
    missed,
    extra,
  };
}

beforeAll(async () => {
  documents = (await readSeeds(SEEDS)).files.flatMap((f) => f.documents);
  keys = { facts: await key('facts'), citations: await key('citations') };
});

describe('what the library knows of its documents, by keys made by hand', () => {
  it.each([
    ['facts', foundFacts],
    ['citations', foundCitations],
  ] as const)('finds the %s, and no others', (name, read) => {
    const compared = documents.map((d) => compare(d.head.id, keys[name][d.head.id] ?? [], read(d)));
    const short = compared.filter((c) => c.recall < least || c.precision < least);
    expect(short).toEqual([]);
    const total = documents.reduce((sum, d) => sum + (keys[name][d.head.id]?.length ?? 0), 0);
    expect(total).toBe({ facts: 326, citations: 96 }[name]);
  });
});
