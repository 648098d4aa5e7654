import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SearchUnit } from '../../../preload/contract/index.ts';
import { fold } from '../../../renderer/domain/fold/index.ts';
import { loadConverter } from '../../../renderer/domain/script/index.ts';
import {
  createSearchEngine,
  type SearchResult,
  snippetOf,
  snippetOfHit,
} from '../../../renderer/domain/search/index.ts';
import { runs } from '../../support/runs.ts';
import { isTraditional, seedTexts } from './seed-texts.ts';

const unit = (documentId: string, blockId: string, text: string, kind: SearchUnit['kind'] = 'paragraph') => ({
  documentId,
  blockId,
  kind,
  textStart: 0,
  text,
});

type SearchEngine = ReturnType<typeof createSearchEngine>;

const engineOf = (units: readonly SearchUnit[], indexed = units.length): SearchEngine => {
  const engine = createSearchEngine();
  engine.add(units);
  engine.buildIndex(indexed);
  return engine;
};

const seedUnits = seedTexts.flatMap((seed) =>
  seed.lines.map((line, at) => unit(seed.name, `${seed.name}-${at}`, line)),
);
const foldedUnits = seedUnits.map((one) => fold(one.text));

/** What a plain scan over the folded texts finds: the matching blocks and all places. */
const scan = (terms: readonly string[]): { readonly blocks: string[]; readonly places: number } => {
  const blocks: string[] = [];
  let places = 0;
  for (const [at, folded] of foldedUnits.entries()) {
    if (!terms.every((term) => folded.includes(term))) continue;
    blocks.push(seedUnits[at]?.blockId ?? '');
    for (const term of terms) {
      for (let start = 0; start + term.length <= folded.length; start += 1) {
        if (folded.startsWith(term, start)) places += 1;
      }
    }
  }
  return { blocks: blocks.sort(), places };
};

const everything = { limit: 100_000 };
const blocksOf = (result: SearchResult): string[] =>
  result.documents.flatMap((document) => document.hits.map((hit) => hit.blockId)).sort();

/** A piece of one line, 1 to 30 characters, without what is syntax in a query. */
const piece = fc
  .record({ line: fc.constantFrom(...seedUnits), at: fc.nat(), length: fc.integer({ min: 1, max: 30 }) })
  .map(({ line, at, length }) => {
    const characters = [...line.text];
    const start = at % characters.length;
    return characters
      .slice(start, start + length)
      .join('')
      .replace(/["＂]/g, '');
  })
  .filter((text) => fold(text) !== '');

describe('a search in the five documents against a plain scan', () => {
  const states: readonly (readonly [string, SearchEngine])[] = [
    ['indexed', engineOf(seedUnits)],
    ['half indexed', engineOf(seedUnits, Math.floor(seedUnits.length / 2))],
    ['not indexed', engineOf(seedUnits, 0)],
  ];

  it.each(states)('finds every piece of text and nothing else: %s', (_state, engine) => {
    fc.assert(
      fc.property(piece, (text) => {
        const expected = scan([fold(text)]);
        const result = engine.search(`"${text}"`, everything);
        expect(blocksOf(result)).toEqual(expected.blocks);
        expect([result.totalBlocks, result.totalOccurrences]).toEqual([
          expected.blocks.length,
          expected.places,
        ]);
        expect(result.problems).toEqual([]);
      }),
      { numRuns: runs(200, 4000) },
    );
  });

  it('finds what holds all words', () => {
    const [, engine] = states[0] ?? [];
    const words = fc.array(
      piece.filter((text) => text.length < 4 && !/[\s“「|｜:：~～]|^[-－]|^(?:或|OR)$/.test(text)),
      {
        minLength: 2,
        maxLength: 3,
      },
    );
    fc.assert(
      fc.property(words, (typed) => {
        const expected = scan([...new Set(typed.map(fold))]);
        const result = engine?.search(typed.join(' '), everything);
        expect(result && blocksOf(result)).toEqual(expected.blocks);
        expect(result?.totalOccurrences).toBe(expected.places);
      }),
      { numRuns: runs(150, 3000) },
    );
  });

  it('marks the words it found in the stored text', () => {
    const [, engine] = states[0] ?? [];
    fc.assert(
      fc.property(piece, (text) => {
        const result = engine?.search(`"${text}"`, { limit: 20 });
        for (const hit of result?.documents.flatMap((document) => document.hits) ?? []) {
          for (const { start, end } of hit.ranges) expect(fold(hit.text.slice(start, end))).toBe(fold(text));
        }
      }),
      { numRuns: runs(150, 3000) },
    );
  });

  it('finds the text of the other script', async () => {
    const toHans = await loadConverter('hant-to-hans');
    const toHant = await loadConverter('hans-to-hant');
    const [, engine] = states[0] ?? [];
    for (const seed of seedTexts) {
      const converter = isTraditional(seed) ? toHans : toHant;
      for (const [at, line] of seed.lines.entries()) {
        const typed = converter.convert(line).text.slice(0, 30).replace(/["＂]/g, '');
        if (line.slice(0, 30).includes('"')) continue;
        expect(engine && blocksOf(engine.search(`"${typed}"`, everything))).toContain(`${seed.name}-${at}`);
      }
    }
  });
});

describe('the order of results', () => {
  const engine = engineOf([
    unit('many', 'm1', '养老金标准'),
    unit('many', 'm2', '养老金，养老金'),
    unit('few', 'f1', '养老金'),
    unit('heading', 'h1', '提高养老金', 'heading'),
    unit('number', 'n1', '养老金〔2012〕1号', 'number'),
    unit('part', 'p1', '关于养老金的通知', 'title'),
    unit('part', 'p2', '养老金正文'),
    unit('whole', 'w1', '养老金', 'title'),
  ]);

  it('puts titles first, then 文号, headings, density and the order of the library', () => {
    const result = engine.search('養老金', everything);
    expect(result.documents.map((document) => document.documentId)).toEqual([
      'whole',
      'part',
      'number',
      'heading',
      'few',
      'many',
    ]);
    expect(result.documents[5]).toMatchObject({ total: 2, totalOccurrences: 3 });
  });

  it('keeps totals exact under a limit', () => {
    const result = engine.search('养老金', { limit: 2 });
    expect(blocksOf(result)).toEqual(['p1', 'w1']);
    expect(result).toMatchObject({ totalBlocks: 8, totalOccurrences: 9, totalDocuments: 6 });
    const short = engine.search('养老金', { limit: 50, perDocument: 1 });
    expect(short.documents.map((document) => document.hits.length)).toEqual([1, 1, 1, 1, 1, 1]);
  });

  it('counts places that overlap', () => {
    expect(engineOf([unit('a', 'a1', '人人人人')]).search('人人', everything).totalOccurrences).toBe(3);
  });

  it('gives offsets of the block for the cell of a table row', () => {
    const cells = engineOf([{ ...unit('t', 'row', '市商务委', 'table'), textStart: 40 }]);
    const [hit] = cells.search('商务', everything).documents[0]?.hits ?? [];
    expect(hit?.ranges).toEqual([{ start: 41, end: 43 }]);
    expect(hit && snippetOfHit(hit, 10).map((part) => part.text)).toEqual(['市', '商务', '委']);
  });

  it('forgets a removed document and takes it up again', () => {
    const library = engineOf([unit('a', 'a1', '养老金'), unit('b', 'b1', '养老金')]);
    library.remove('a');
    expect(blocksOf(library.search('养老金', everything))).toEqual(['b1']);
    library.add([unit('a', 'a2', '养老金')]);
    expect(blocksOf(library.search('养老金', everything))).toEqual(['a2', 'b1']);
    expect(library.buildIndex(10)).toBe(0);
    expect(blocksOf(library.search('养老金', everything))).toEqual(['a2', 'b1']);
  });
});

describe('what is typed', () => {
  const engine = engineOf([
    unit('a', 'a1', '推进“菜篮子”工程 new york (a+)+$'),
    unit('a', 'a2', '养老保险。保险养老'),
  ]);
  const codes = (query: string): string[] =>
    engine.search(query, everything).problems.map(({ code }) => code);

  it.each([
    ['养老保险', ['a2']],
    ['“养老保险”', ['a2']],
    ['“菜篮子”工程', ['a1']],
    ['"菜篮子"', ['a1']],
    ['"new york"', ['a1']],
    ['york new', ['a1']],
    ['"york new"', []],
    ['(a+)+$', ['a1']],
    ['.*', []],
    ['养老 菜篮子', []],
  ])('%s', (query, blocks) => {
    expect(blocksOf(engine.search(query, everything))).toEqual(blocks);
  });

  it('is explained where it cannot be used, and the rest is searched', () => {
    expect(codes('')).toEqual(['empty']);
    expect(codes(' \u3000\n')).toEqual(['empty']);
    expect(codes('""')).toEqual(['nothing-to-find']);
    expect(codes('"养老')).toEqual(['unbalanced-quote']);
    expect(blocksOf(engine.search('"养老保', everything))).toEqual(['a2']);
    expect(codes('养老\u0000')).toEqual(['control-character']);
    expect(blocksOf(engine.search('\ud83d养老\u0007保险', everything))).toEqual(['a2']);
    expect(codes('\ud83d养老')).toEqual(['lone-surrogate']);
    expect(codes('养'.repeat(10_000))).toEqual(['too-long']);
    expect(codes('😀'.repeat(5_000))).toEqual(['too-long']);
    expect(
      codes(
        [...'一二三四五六七八九十'].flatMap((one) => [`${one}1`, `${one}2`, `${one}3`, `${one}4`]).join(' '),
      ),
    ).toEqual(['too-many-words']);
  });

  it('says where in the query the problem lies', () => {
    expect(engine.search('养老 "保险', everything).problems).toEqual([
      { code: 'unbalanced-quote', start: 3, end: 6 },
    ]);
  });

  it('never throws', () => {
    const typed = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc
        .array(fc.constantFrom('"', '“', '”', ' ', '养', '\ud83d', '\u0000', '(', '\\', '老'))
        .map((all) => all.join('')),
    );
    fc.assert(
      fc.property(typed, (query) => {
        const result = engine.search(query, { limit: 5 });
        expect(result.totalBlocks > 0 || result.documents.length === 0).toBe(true);
      }),
      { numRuns: runs(300, 10_000) },
    );
  });
});

describe('a snippet', () => {
  const text = '一二三四五六七八九十';

  it('shows the marked words with what stands around them', () => {
    expect(snippetOf(text, [{ start: 4, end: 6 }], 2)).toEqual([
      { text: '…', marked: false },
      { text: '三四', marked: false },
      { text: '五六', marked: true },
      { text: '七八', marked: false },
      { text: '…', marked: false },
    ]);
  });

  it('marks overlapping places once and joins windows that meet', () => {
    const pieces = snippetOf(
      text,
      [
        { start: 8, end: 9 },
        { start: 1, end: 3 },
        { start: 2, end: 4 },
      ],
      3,
    );
    expect(pieces.map((part) => (part.marked ? `[${part.text}]` : part.text)).join('')).toBe(
      '一[二三四]五六七八[九]十',
    );
  });

  it('never cuts a character in two', () => {
    const pieces = snippetOf('😀😀养😀😀', [{ start: 4, end: 5 }], 1);
    expect(pieces.map((part) => part.text).join('')).toBe('…😀养😀…');
  });

  it('is the beginning of the text where nothing is marked', () => {
    expect(snippetOf(text, [], 2).map((part) => part.text)).toEqual(['一二三四', '…']);
  });
});
