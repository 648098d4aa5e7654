import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DocumentContent } from '../../../preload/contract/index.ts';
import type { BlockRange } from '../../../renderer/domain/anchors/index.ts';
import { fold, foldText } from '../../../renderer/domain/fold/index.ts';
import { loadConverter } from '../../../renderer/domain/script/index.ts';
import { createSearchEngine, findInDocument } from '../../../renderer/domain/search/index.ts';
import { runs } from '../../support/runs.ts';
import { seedRepository } from '../../support/seed-library.ts';
import { contentOf } from './seed-content.ts';

const find = (contents: readonly DocumentContent[], query: string): readonly BlockRange[] =>
  [...findInDocument(contents, query).places].flat();

const small = contentOf([
  { id: 'title', kind: 'title', text: '关于養老金ＡＢ的通知' },
  { id: 'one', text: '哈哈哈，养老金 养 老金。' },
  { id: 'two', text: 'Policy  Reader (ab) 〔2020〕1号' },
]);

describe('find in one document', () => {
  it('finds both scripts, both widths, both cases, and places that overlap', () => {
    expect(find([small], '养老金')).toEqual([
      { blockId: 'title', start: 2, end: 5 },
      { blockId: 'one', start: 4, end: 7 },
      { blockId: 'one', start: 8, end: 12 },
    ]);
    expect(find([small], '哈哈')).toEqual([
      { blockId: 'one', start: 0, end: 2 },
      { blockId: 'one', start: 1, end: 3 },
    ]);
    expect(find([small], 'ab').map(({ blockId }) => blockId)).toEqual(['title', 'two']);
    expect(find([small], 'policy reader')).toEqual([{ blockId: 'two', start: 0, end: 14 }]);
    expect(find([small], '[2020]1號')).toHaveLength(1);
  });

  it('runs from no block or cell into the next', () => {
    const [, row] = small.blocks;
    if (row === undefined) throw new Error('The block of the test is not there');
    const cells = [
      { blockId: row.id, ord: 0, column: 'seq' as const, start: 0, end: 4 },
      { blockId: row.id, ord: 1, column: 'measure' as const, start: 4, end: row.text.length },
    ];
    expect(find([small], '通知哈哈')).toEqual([]);
    expect(find([{ ...small, cells }], '，养老')).toEqual([]);
    expect(find([{ ...small, cells }], '养老')).toContainEqual({ blockId: 'one', start: 4, end: 6 });
  });

  it.each([
    ['nothing', ''],
    ['white space', ' \u3000\n\t'],
    ['control characters', '\u0000\u0007\u200b'],
    ['a half of a pair', '\ud83d'],
    ['both halves the wrong way round', '\ude00\ud83d'],
    ['the syntax of expressions', '(.*)+[^]\\d{1,}$'],
    ['more than anybody types', '哈'.repeat(10_000)],
    ['more than anybody types, ending in a pair', `${'哈'.repeat(999)}😀😀`],
  ])('finds nothing and breaks on nothing: %s', (_what, query) => {
    expect(find([small], query)).toEqual([]);
  });

  it('says what of the query it did not read', () => {
    expect(findInDocument([small], '养\u0000老').problems.map(({ code }) => code)).toEqual([
      'control-character',
    ]);
    expect(find([small], '养\u0000老金')).toHaveLength(3);
    expect(findInDocument([small], '哈'.repeat(1001)).problems.map(({ code }) => code)).toEqual(['too-long']);
  });

  it('takes quotation marks for what they are', () => {
    const quoted = contentOf([{ id: 'a', text: '“菜篮子”工程和"米袋子"' }]);
    expect(find([quoted], '"')).toHaveLength(4);
    expect(find([quoted], '“菜篮子”')).toEqual([{ blockId: 'a', start: 0, end: 5 }]);
  });
});

describe('find in the five documents', () => {
  const repository = seedRepository();

  it('finds every part of every text in either script, and all that a plain scan and the library find', async () => {
    const { documents } = await repository().opening();
    const contents = await Promise.all(documents.map(({ id }) => repository().readDocument(id)));
    const engine = createSearchEngine();
    const { units } = JSON.parse(await repository().searchFeed());
    engine.add(units);
    const converters = {
      hant: await loadConverter('hant-to-hans'),
      hans: await loadConverter('hans-to-hant'),
    };
    // The plain scan: every folded text from every offset, each offset's place by its own count of characters.
    const folded = contents.map(({ blocks, cells }) =>
      blocks.flatMap((block) => {
        const own = cells.filter(({ blockId }) => blockId === block.id);
        const parts = own.length > 0 ? own : [{ start: 0, end: block.text.length }];
        return parts.map(({ start, end }) => ({
          block,
          start,
          ...foldText(block.text.slice(start, end)),
        }));
      }),
    );
    const piece = fc
      .record({
        document: fc.nat(contents.length - 1),
        block: fc.nat(),
        at: fc.nat(),
        length: fc.integer({ min: 1, max: 30 }),
        convert: fc.boolean(),
      })
      .map(({ document, block: number, at, length, convert }) => {
        const content = contents[document];
        const blocks = content?.blocks.filter(({ text }) => text !== '') ?? [];
        const block = blocks[number % blocks.length];
        if (content === undefined || block === undefined) throw new Error('A document is empty');
        const cells = content.cells.filter(({ blockId }) => blockId === block.id);
        const cell = cells.length === 0 ? undefined : cells[at % cells.length];
        const text = cell === undefined ? block.text : block.text.slice(cell.start, cell.end);
        const characters = [...text];
        const from = at % Math.max(1, characters.length);
        const start = characters.slice(0, from).join('').length + (cell?.start ?? 0);
        const words = characters.slice(from, from + length).join('');
        const typed = convert ? converters[content.document.script].convert(words).text : words;
        return { document, content, block, start, words, typed };
      })
      .filter(({ words }) => fold(words) !== '');
    fc.assert(
      fc.property(piece, ({ document, content, block, start, words, typed }) => {
        const term = fold(typed);
        const found = find([content], typed);
        const expected = (folded[document] ?? []).flatMap((unit) => {
          const places: BlockRange[] = [];
          for (let at = 0; at + term.length <= unit.folded.length; at += 1) {
            if (!unit.folded.startsWith(term, at)) continue;
            const range = unit.map.rangeToOriginal(at, at + term.length);
            places.push({
              blockId: unit.block.id,
              start: unit.start + range.start,
              end: unit.start + range.end,
            });
          }
          return places;
        });
        expect(found).toEqual(expected);
        for (const place of found) {
          const text = content.blocks.find(({ id }) => id === place.blockId)?.text ?? '';
          expect(fold(text.slice(place.start, place.end))).toBe(term);
        }
        // The piece itself is among them, without the white space at its ends that folding drops.
        expect(
          found.some(
            (place) =>
              place.blockId === block.id && place.start >= start && place.end <= start + words.length,
          ),
        ).toBe(true);
        if (/["＂]/.test(typed)) return;
        const hits = engine
          .search(`"${typed}"`, { limit: 100_000 })
          .documents.filter(({ documentId }) => documentId === content.document.id);
        expect(hits.flatMap(({ hits: of }) => of.flatMap(({ ranges }) => ranges)).length).toBe(found.length);
      }),
      { numRuns: runs(200, 5000) },
    );
  }, 60_000);
});
