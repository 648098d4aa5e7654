import { describe, expect, it } from 'vitest';
import { placeDefects } from '../../../main/ingest/defects.ts';
import { draftEntry, ingestFile } from '../../../main/ingest/index.ts';
import { ingestText } from './ingest-text.ts';

const words = ({ blocks, defects }: ReturnType<typeof ingestText>) =>
  defects.map(({ blockId, text }) =>
    blocks.find((block) => block.id === blockId)?.text.slice(text?.start, text?.end),
  );

describe('the place of a defect in the text', () => {
  it('is that of its words, whatever was taken out before them', () => {
    const document = ingestText('一、总则\n支持 企业 发展and创新。\n**县要落实。\n');
    expect(document.defects.map(({ kind }) => kind)).toEqual(['ocr', 'censored']);
    expect(words(document)).toEqual(['and', '**']);
  });

  it('is null outside of any block', () => {
    const { blocks } = ingestText('支持企业发展。\n\n推进建设。\n');
    const defect = { start: 7, end: 8, kind: 'ocr', note: 'n' };
    expect(placeDefects([defect], blocks)).toEqual([{ ...defect, blockId: null, text: null }]);
    expect(placeDefects([{ ...defect, start: 100, end: 101 }], blocks)[0]?.blockId).toBeNull();
  });

  it('is empty where its words are in no text, as those of a label', () => {
    const source = '关于某事的通知\n一、总则\n支持企业发展。\n';
    const defect = (quote: string) => ({ kind: 'ocr', quote, note: 'n' });
    const { documents } = ingestFile({
      text: source,
      entry: {
        ...draftEntry('x', 'x.txt', '0'.repeat(64), source),
        title: '关于某事的通知',
        defects: [defect('一、'), defect('支持')],
      },
      bodies: new Map(),
      metadata: 'found',
    });
    const [document] = documents;
    expect(document && words(document)).toEqual(['', '支持']);
  });
});

describe('a citation of another file of the library', () => {
  const source =
    '根据《关于某项工作的意见》(沪府发〔2009〕25号，以下简称《意见》)和《意见》，按照沪府发〔2009〕2号。\n';
  const targets = (numbers: ReadonlyMap<string, string>) =>
    ingestFile({
      text: source,
      entry: draftEntry('x', 'x.txt', '0'.repeat(64), source),
      bodies: new Map(),
      metadata: 'found',
      numbers,
    }).documents.flatMap(({ citations }) => citations.map(({ cited, targetId }) => [cited, targetId]));

  it('leads there by the whole 文号, its abbreviations too, and never by its beginning', () => {
    const found = targets(new Map([['沪府发〔2009〕25号', '000']]));
    expect(found).toContainEqual(['《关于某项工作的意见》', '000']);
    expect(found.filter(([cited]) => cited === '《意见》').map(([, target]) => target)).toContain('000');
    expect(found).toContainEqual(['沪府发〔2009〕2号', null]);
  });

  it('leads nowhere when the library does not have it', () => {
    expect(targets(new Map()).every(([, target]) => target === null)).toBe(true);
  });
});
