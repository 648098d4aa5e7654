import { describe, expect, it } from 'vitest';
import type { BlockId, Citation, DocumentId, Evidence } from '../../../preload/contract/index.ts';
import { abbreviationsOf, citedOf, knownOf } from '../../../renderer/reading/information.ts';

let count = 0;
const citation = (text: string, more: Partial<Citation> = {}): Citation => {
  count += 1;
  return {
    id: `c${count}`,
    blockId: '001-b0001' as BlockId,
    start: count * 10,
    end: count * 10 + text.length,
    form: 'title',
    kind: 'document',
    text,
    documentNumber: null,
    resolvesTo: null,
    targetDocumentId: null,
    ...more,
  };
};

describe('what a document cites', () => {
  it('is listed once for all places, apart where the 文号 or the target differs; itself and short names are not', () => {
    const cited = citedOf([
      citation('《总体方案》'),
      citation('《总体 方案》'),
      citation('《总体方案》', { documentNumber: '国函〔2020〕111号' }),
      citation('《总体方案》', { targetDocumentId: '001' as DocumentId }),
      citation('《本方案》', { kind: 'self' }),
      citation('《方案》', { kind: 'abbreviation', resolvesTo: '《总体方案》' }),
    ]);
    expect(cited.map(({ places }) => places.length)).toEqual([2, 1, 1]);
  });

  it('has each short name once for what it stands for', () => {
    const short = (resolvesTo: string | null) => citation('《通知》', { kind: 'abbreviation', resolvesTo });
    const found = abbreviationsOf([
      short('《甲》'),
      short('《甲》'),
      short('《乙》'),
      short(null),
      citation('《丙》'),
    ]);
    expect(found.map(({ first, places }) => [first.resolvesTo, places.length])).toEqual([
      ['《甲》', 2],
      ['《乙》', 1],
    ]);
  });
});

describe('how a field is known', () => {
  const evidence: Evidence = {
    field: 'expires_on',
    basis: 'missing',
    value: null,
    quote: null,
    blockId: null,
    why: '原文只说“在国家规定期限内”',
  };

  it('is what the evidence says, else what the summary says', () => {
    expect(knownOf('expires_on', null, { inferredFields: [] }, [evidence])).toEqual({
      value: null,
      basis: 'missing',
      evidence,
    });
    const basisOf = (value: string | null, inferredFields: readonly string[]) =>
      knownOf('title', value, { inferredFields }, [evidence]).basis;
    expect(basisOf('题', ['title'])).toBe('inferred');
    expect(basisOf('题', [])).toBe('stated');
    expect(basisOf(null, [])).toBe('missing');
  });
});
