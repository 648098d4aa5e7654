import { describe, expect, it } from 'vitest';
import { createSearchEngine, type SearchNote } from '../../../renderer/domain/search/index.ts';

const block = (documentId: string, number: number, text: string) => ({
  documentId,
  blockId: `${documentId}${number}`,
  kind: 'paragraph' as const,
  textStart: 0,
  text,
});

const note = (annotationId: string, documentId: string, text: string, tags: string[] = []): SearchNote => ({
  annotationId,
  documentId,
  blockId: `${documentId}1`,
  text,
  tags,
  modifiedAt: `2026-11-22T08:00:0${annotationId}.000Z`,
});

const about = (id: string, title: string) => ({
  ...{ id, title, documentNumber: null, issuer: null, kind: null },
  ...{ issuedOn: '2021-03-01', effectiveOn: null, expiresOn: null, bodies: [] },
});

function engineWithNotes(notes: readonly SearchNote[]) {
  const engine = createSearchEngine();
  engine.add(
    [block('a', 1, '稳步提高养老金水平。'), block('b', 1, '新增养老床位。')],
    [about('a', '养老通知'), about('b', '医疗通知')],
  );
  engine.putNotes(notes);
  const ask = (query: string, exact = false) => {
    const result = engine.search(query, { limit: 100, exact });
    return { ...result, ids: result.notes.hits.map(({ annotationId }) => annotationId) };
  };
  return { engine, ask };
}

describe('notes in the search', () => {
  it('finds the words and the tags of notes in either script, the newest first, apart from the totals', () => {
    const { ask } = engineWithNotes([
      note('1', 'a', '預算裡沒有養老床位，要問財政局', ['待辦', '养老']),
      note('2', 'b', '', ['养老']),
      note('3', 'b', '与本文无关'),
    ]);
    const found = ask('养老');
    expect(found.ids).toEqual(['2', '1']);
    expect(found).toMatchObject({ totalBlocks: 3, totalOccurrences: 3, totalDocuments: 2 });
    expect(found.notes).toMatchObject({ total: 2, totalOccurrences: 3 });
    const [tagOnly, written] = found.notes.hits;
    expect(tagOnly).toMatchObject({ documentId: 'b', blockId: 'b1', ranges: [], matchingTags: ['养老'] });
    expect(written?.ranges.map(({ start, end }) => written.text.slice(start, end))).toEqual(['養老']);
    expect(ask('養老', true).ids).toEqual(['1']);
    expect(ask('"养老"', true).ids).toEqual(['2', '1']);
  });

  it('wants all words in one note, its tags included, but no phrase across them', () => {
    const { ask } = engineWithNotes([
      note('1', 'a', '要问财政局', ['预算', '待办']),
      note('2', 'a', '财政局已答复'),
    ]);
    expect(ask('财政 预算').ids).toEqual(['1']);
    expect(ask('财政 -预算').ids).toEqual(['2']);
    expect(ask('局预').ids).toEqual([]);
    expect(ask('预算待办').ids).toEqual([]);
    expect(ask('答复 OR 待办').ids).toEqual(['2', '1']);
    expect(ask('"财政 答复"~3').ids).toEqual(['2']);
  });

  it('replaces and removes notes one by one', () => {
    const { engine, ask } = engineWithNotes([note('1', 'a', '旧的话'), note('2', 'a', '旧的话')]);
    engine.putNotes([note('1', 'a', '新的话')]);
    expect(ask('旧的').ids).toEqual(['2']);
    expect(ask('新的').ids).toEqual(['1']);
    engine.removeNotes(['1', '2', 'unknown']);
    expect(ask('的话').notes).toEqual({ total: 0, totalOccurrences: 0, hits: [] });
    expect(ask('有笔记').totalBlocks).toBe(0);
  });

  it('holds filters on documents against the documents of notes, those on tags against the notes', () => {
    const { ask } = engineWithNotes([
      note('1', 'a', '要问财政局', ['待办']),
      note('2', 'a', '财政局已答复'),
      note('3', 'b', '财政局'),
      note('4', 'gone', '财政局'),
    ]);
    expect(ask('财政').ids).toEqual(['4', '3', '2', '1']);
    expect(ask('财政 标题:养老').ids).toEqual(['2', '1']);
    expect(ask('财政 标签:待办').ids).toEqual(['1']);
    expect(ask('财政 -标签:待办 年份:2021').ids).toEqual(['3', '2']);
    expect(ask('标签:待办')).toMatchObject({ ids: ['1'], totalDocuments: 1 });
    expect(ask('有笔记').ids).toEqual([]);
    expect(ask('有笔记').documents.map(({ documentId }) => documentId)).toEqual(['a', 'b']);
  });
});
