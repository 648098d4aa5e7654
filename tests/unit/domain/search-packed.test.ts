import { describe, expect, it } from 'vitest';
import { createSearchEngine, openSearchEngine } from '../../../renderer/domain/search/index.ts';
import { seedTexts } from './seed-texts.ts';

const units = seedTexts.flatMap(({ name, lines }) =>
  lines.map((text, at) => ({
    ...{ documentId: name, blockId: `${name}-${at}`, textStart: at % 7, text },
    kind: at % 20 === 3 ? ('heading' as const) : ('paragraph' as const),
  })),
);
const documents = seedTexts.map(({ name, lines }) => ({
  ...{ id: name, title: lines[0] ?? name, documentNumber: null, issuer: '上海市人民政府', kind: null },
  ...{ issuedOn: '2020-11-05', effectiveOn: null, expiresOn: null, bodies: ['市商务委'] },
}));
const questions = [
  ...[
    '服务',
    '"服务贸易创新"',
    '的',
    '，',
    '養老 增长',
    '上海 -服务',
    '服务 OR 贸易',
    '"服务 发展"~5',
    '标题:上海',
  ],
  ...['年份:2020 机关:上海 发展', '责任单位:市商务委', '没有这样的话', '𠮷', seedTexts[0]?.lines[0] ?? ''],
];

function built() {
  const engine = createSearchEngine();
  engine.add(units, documents);
  engine.buildIndex(units.length);
  return engine;
}

function packed(engine: ReturnType<typeof built>): Uint8Array<ArrayBuffer> {
  const steps = engine.pack();
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) {
      if (value === null) throw new Error('nothing was packed');
      return value;
    }
  }
}

const decode = (text: Uint16Array): string => new TextDecoder('utf-16le', { ignoreBOM: true }).decode(text);

describe('a packed engine', () => {
  it('answers as the one that was built, and takes more documents', () => {
    const engine = built();
    const opened = openSearchEngine(packed(engine), decode);
    if (opened === null) throw new Error('not opened');
    const answers = (one: typeof engine) =>
      questions.flatMap((query) =>
        [false, true].map((exact) => one.search(query, { limit: 60, exact, day: '2026-11-22' })),
      );
    expect(answers(opened)).toEqual(answers(engine));
    expect([...opened.documents()]).toEqual(documents);
    expect([...opened.headings()]).toEqual(
      units.filter(({ kind }) => kind === 'heading').map(({ text }) => text),
    );
    const more = units
      .slice(0, 50)
      .map((unit) => ({ ...unit, documentId: 'more', blockId: `m${unit.blockId}` }));
    for (const one of [engine, opened]) {
      one.remove(seedTexts[1]?.name ?? '');
      one.add(more);
    }
    expect(answers(opened)).toEqual(answers(engine));
    for (const one of [engine, opened]) one.buildIndex(more.length);
    expect(answers(opened)).toEqual(answers(engine));
    expect(engine.pack().next()).toEqual({ done: true, value: null });
  });

  it('is not opened when it is not whole, of another format, or folded otherwise', () => {
    const bytes = packed(built());
    for (const length of [0, 3, 15, 16, 400, bytes.length - 4]) {
      expect(openSearchEngine(bytes.slice(0, length), decode)).toBeNull();
    }
    for (const at of [0, 4, 8]) {
      const other = bytes.slice();
      other[at] = (other[at] ?? 0) ^ 1;
      expect(openSearchEngine(other, decode)).toBeNull();
    }
    const garbled = bytes.slice();
    garbled.fill(0x7b, 16, 400);
    expect(openSearchEngine(garbled, decode)).toBeNull();
    expect(openSearchEngine(new Uint8Array(100_000), decode)).toBeNull();
  });

  it('is not made before all is indexed', () => {
    const engine = createSearchEngine();
    engine.add(units, documents);
    engine.buildIndex(100);
    expect(engine.pack().next()).toEqual({ done: true, value: null });
  });
});
