import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SEEDS } from '../../../build/library/build-library.ts';
import { answer, type Searched } from '../../../build/query/answer.ts';
import { openContentStore } from '../../../main/storage/content-store.ts';
import { sourcePlaces } from '../../../main/storage/source-places.ts';
import type { SearchDocument, SearchUnit } from '../../../preload/contract/index.ts';
import { fold } from '../../../renderer/domain/fold/index.ts';
import { loadConverter } from '../../../renderer/domain/script/index.ts';
import { createSearchEngine } from '../../../renderer/domain/search/index.ts';
import { sqlite } from '../../support/sample-library.ts';
import { seedLibrary } from '../../support/seed-library.ts';

/** A text that is searched by itself: a block, a cell, or the title of a document that prints none. */
type Searchable = { readonly key: string; readonly text: string; readonly folded: string };

/** All such texts, put together by a rule of this test's own. */
function searchable(units: readonly SearchUnit[], documents: readonly SearchDocument[]): Searchable[] {
  const texts = units.map(({ blockId, textStart, text }) => ({ key: `${blockId}@${textStart}`, text }));
  for (const { id, title } of documents) {
    const printed = units.some(
      (unit) => unit.documentId === id && unit.kind === 'title' && fold(unit.text) === fold(title),
    );
    if (!printed) texts.push({ key: `${id}-title@0`, text: title });
  }
  return texts.map((one) => ({ ...one, folded: fold(one.text) }));
}

/** What looking at every offset of every text finds. */
function scan(texts: readonly Searchable[], of: 'text' | 'folded', term: string) {
  const keys: string[] = [];
  let places = 0;
  for (const one of texts) {
    const text = one[of];
    // Only what holds the term at all is counted by hand.
    if (!text.includes(term)) continue;
    keys.push(one.key);
    for (let at = 0; at + term.length <= text.length; at += 1) if (text.startsWith(term, at)) places += 1;
  }
  return { keys: keys.sort(), places };
}

const pieceOf = (texts: readonly Searchable[]) =>
  fc
    .record({ one: fc.constantFrom(...texts), at: fc.nat(), length: fc.integer({ min: 1, max: 30 }) })
    .map(({ one, at, length }) => {
      const characters = [...one.text];
      const start = at % Math.max(1, characters.length);
      return characters.slice(start, start + length).join('');
    })
    .filter((text) => !/["＂]/u.test(text) && fold(text) !== '');

async function openSeeds() {
  const folder = await mkdtemp(path.join(tmpdir(), 'policy-reader-test-'));
  const file = path.join(folder, 'content.db');
  await writeFile(file, await seedLibrary());
  const store = await openContentStore(await sqlite(), file);
  await rm(folder, { recursive: true });
  const { units, documents } = store.searchFeed();
  const engine = createSearchEngine();
  engine.add(units, documents);
  engine.buildIndex(units.length);
  const titles = new Map(documents.map(({ id, title }) => [id, title]));
  const searched: Searched = { engine, titles, places: store.query(sourcePlaces) };
  const blocks = new Map(
    store.documents
      .flatMap(({ id }) => store.readDocument(id).blocks)
      .map(({ id, text }) => [id as string, text]),
  );
  return { units, documents, searched, blocks };
}

const everything = { limit: 1_000_000, exact: false };

describe('the search of the five documents', () => {
  it('finds what a plain scan finds, and says where it stands in the block and in the file', async () => {
    const { units, documents, searched, blocks } = await openSeeds();
    const texts = searchable(units, documents);
    const toHans = await loadConverter('hant-to-hans');
    const toHant = await loadConverter('hans-to-hant');
    const files = new Map<string, string>();
    const sourceText = (file: string): string => {
      const known = files.get(file) ?? readFileSync(path.join(SEEDS, 'documents', file), 'utf8');
      files.set(file, known);
      return known;
    };
    const change = fc.constantFrom(
      (text: string) => text,
      (text: string) => toHans.convert(text).text,
      (text: string) => toHant.convert(text).text,
      (text: string) => text.toUpperCase(),
    );
    fc.assert(
      fc.property(pieceOf(texts), change, (piece, typing) => {
        const typed = typing(piece);
        const term = fold(typed);
        const expected = scan(texts, 'folded', term);
        const { total, occurrences, hits, problems } = answer(searched, `"${typed}"`, everything);
        expect(problems).toEqual([]);
        expect([total, occurrences]).toEqual([expected.keys.length, expected.places]);
        expect(hits.reduce((sum, { places }) => sum + places.length, 0)).toBe(expected.places);
        expect(hits.map(({ blockId }) => blockId).sort()).toEqual(
          expected.keys.map((key) => key.split('@')[0] ?? '').sort(),
        );
        for (const { blockId, title, printed, places, sourceFile } of hits) {
          const text = printed ? (blocks.get(blockId) ?? '') : title;
          for (const { start, end, sourceStart, sourceEnd } of places) {
            expect(fold(text.slice(start, end))).toBe(term);
            if (sourceStart === null || sourceEnd === null || sourceFile === null) {
              // Only a title that was concluded stands in no file.
              expect([printed, blockId]).toEqual([false, '002-title']);
              continue;
            }
            const cut = sourceText(sourceFile).slice(sourceStart, sourceEnd);
            // What a repair took out (a page number, dots, a stray blank) still stands in the file, and a lost
            // bracket does not: the words themselves must be there, in their order.
            const left = [...fold(cut)];
            for (const character of term.replace(/[()\s]/gu, '')) {
              const at = left.indexOf(character);
              expect(at, `${typed} in ${cut}`).toBeGreaterThanOrEqual(0);
              left.splice(0, at + 1);
            }
          }
        }
      }),
      { numRuns: 500 },
    );
  }, 120_000);

  it('finds exact characters just as a scan of the stored texts does', async () => {
    const { units, documents, searched } = await openSeeds();
    const texts = searchable(units, documents);
    fc.assert(
      fc.property(pieceOf(texts), (typed) => {
        fc.pre(typed.trim() === typed && !/[\p{Cc}]/u.test(typed));
        const expected = scan(texts, 'text', typed);
        const { total, occurrences } = answer(searched, `"${typed}"`, { limit: 0, exact: true });
        expect([total, occurrences]).toEqual([expected.keys.length, expected.places]);
      }),
      { numRuns: 300 },
    );
  }, 120_000);

  it('finds every document by its title, first of all, and counts the title once', async () => {
    const { documents, searched, units } = await openSeeds();
    for (const { id, title } of documents) {
      const { hits } = answer(searched, `"${title}"`, everything);
      expect(hits[0], title).toMatchObject({ documentId: id, kind: 'title' });
      const own = units.filter(({ documentId, text }) => documentId === id && fold(text) === fold(title));
      expect(hits.filter((hit) => hit.documentId === id && !hit.printed)).toHaveLength(
        own.length > 0 ? 0 : 1,
      );
    }
  });
});

describe('the search of a thousand laws', () => {
  it('finds what a plain scan finds, indexed or not, where they are at hand', () => {
    const corpus = path.join(import.meta.dirname, '../../../../shared/corpus/laws-995.jsonl.gz');
    if (!existsSync(corpus)) {
      console.info('The corpus of laws is not here: the search was not tried on it.');
      return;
    }
    const lines = gunzipSync(readFileSync(corpus)).toString('utf8').trim().split('\n');
    // Every fourth law keeps the run short; the bench counts places in all of them.
    const laws = lines
      .filter((_line, at) => at % 4 === 0)
      .map((line): { readonly id: string; readonly paragraphs: readonly string[] } => JSON.parse(line));
    const units = laws.flatMap(({ id, paragraphs }) =>
      paragraphs.map((text, at): SearchUnit => {
        return { documentId: id, blockId: `${id}-${at}`, kind: 'paragraph', textStart: 0, text };
      }),
    );
    const engine = createSearchEngine();
    engine.add(units);
    engine.buildIndex(units.length / 2);
    const texts = searchable(units, []);
    fc.assert(
      fc.property(pieceOf(texts), (typed) => {
        const expected = scan(texts, 'folded', fold(typed));
        const result = engine.search(`"${typed}"`, { limit: 0 });
        expect([result.totalBlocks, result.totalOccurrences]).toEqual([
          expected.keys.length,
          expected.places,
        ]);
      }),
      { numRuns: 150 },
    );
  }, 180_000);
});
