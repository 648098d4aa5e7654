import { describe, expect, it } from 'vitest';
import type { BlockId } from '../../../preload/contract/index.ts';
import type { MarkStyle } from '../../../preload/contract/vocabulary.ts';
import {
  createAnchors,
  documentAnchor,
  layersOf,
  rangesIn,
  resolveAnchor,
} from '../../../renderer/domain/anchors/index.ts';
import { contentOf, place } from './seed-content.ts';

const range = (start: number, end: number, blockId = 'a') => ({ blockId: blockId as BlockId, start, end });
const mark = (style: MarkStyle, ...ranges: ReturnType<typeof range>[]) => ({ style, ranges });

describe('marks that lie over each other', () => {
  it('come back as they are where none overlaps', () => {
    const marks = [mark('yellow', range(0, 3)), mark('green', range(3, 5)), mark('blue', range(0, 5, 'b'))];
    expect(layersOf(marks)).toEqual({ painted: marks.map(({ ranges }) => ranges), overlaps: [] });
  });

  it('show the shorter fill on top of the longer, and where they meet', () => {
    const { painted, overlaps } = layersOf([mark('yellow', range(0, 10)), mark('green', range(4, 6))]);
    expect(painted).toEqual([[range(0, 4), range(6, 10)], [range(4, 6)]]);
    expect(overlaps).toEqual([range(4, 6)]);
  });

  it('never cut an underline, and say where two of them meet', () => {
    const { painted, overlaps } = layersOf([
      mark('underline', range(0, 10)),
      mark('pink', range(2, 4)),
      mark('underline', range(8, 12)),
    ]);
    expect(painted).toEqual([[range(0, 10)], [range(2, 4)], [range(8, 12)]]);
    expect(overlaps).toEqual([range(8, 10)]);
  });

  it('are kept whole over one of their own colour', () => {
    const { painted, overlaps } = layersOf([mark('blue', range(0, 10)), mark('blue', range(4, 6))]);
    expect(painted).toEqual([[range(0, 10)], [range(4, 6)]]);
    expect(overlaps).toEqual([range(4, 6)]);
  });

  it('of the same place show the newer, and the older is an overlap', () => {
    const { painted, overlaps } = layersOf([mark('blue', range(1, 3)), mark('pink', range(1, 3))]);
    expect(painted).toEqual([[], [range(1, 3)]]);
    expect(overlaps).toEqual([range(1, 3)]);
  });
});

describe('anchors that quote more or less than one passage', () => {
  const content = contentOf([
    { id: 'r1', kind: 'table', text: '第一行' },
    { id: 'r2', kind: 'table', text: '第二行' },
    { id: 'r3', kind: 'table', text: '第三行' },
    { id: 'r4', kind: 'table', text: '第四行' },
  ]);
  const hidden = (...ids: string[]) => new Set(ids as BlockId[]);
  const quotes = (...ids: string[]) =>
    createAnchors(content, place('r1', 1), place('r4', 2), hidden(...ids)).map(({ exact }) => exact);

  it('leave hidden rows out, one anchor for each stretch between them', () => {
    expect(quotes()).toEqual(['一行\n第二行\n第三行\n第四']);
    expect(quotes('r2')).toEqual(['一行', '第三行\n第四']);
    expect(quotes('r1', 'r4')).toEqual(['第二行\n第三行']);
    expect(quotes('r2', 'r3')).toEqual(['一行', '第四']);
    expect(quotes('r1', 'r2', 'r3', 'r4')).toEqual([]);
  });

  it('stand on the document as such', () => {
    const anchor = documentAnchor(content);
    expect(anchor).toMatchObject({ exact: '', start: place('r1', 0), end: place('r1', 0) });
    if (anchor === null) return;
    expect(resolveAnchor(content, anchor)).toBe('exact');
    expect(rangesIn(content, anchor)).toEqual([]);
    const newer = { ...content, document: { ...content.document, editionHash: 'b'.repeat(64) } };
    expect(resolveAnchor(newer, anchor)).toBe('stale');
    expect(documentAnchor({ ...content, blocks: [] })).toBeNull();
  });
});
