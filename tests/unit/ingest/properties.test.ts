import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { draftEntry } from '../../../main/ingest/draft-entry.ts';
import type { Block, StructuredDocument } from '../../../main/ingest/index.ts';
import { ingestFile } from '../../../main/ingest/index.ts';
import { runs } from '../../support/runs.ts';

// Time on a shared machine, not a measure of anything.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

/** Pieces that the rules react to, in any order: what comes out must still be the file. */
const PIECES = [
  '一、',
  '二、',
  '(一)',
  '（二）',
  '二)',
  '1.',
  '2．',
  '(1)',
  '第一条 ',
  '第二章 ',
  '——',
  '附件\n',
  '附件:',
  '注:',
  '总体要求',
  '支持企业发展。',
  '推进建设',
  '不少于5%',
  '《办法》',
  '《关于某事的通知》(国发〔2018〕3号)',
  '100亿元',
  '到2025年，',
  '本办法自2020年1月1日起施行。',
  '2020年1月1日',
  'Times Higher',
  ' and ',
  '。',
  '；',
  ';',
  '：',
  '，',
  ' ',
  '\u00a0',
  '\u3000',
  '\n',
  '\n\n',
  '\n1\n',
  '\n2\n',
  '\n3\n',
  '\n4\n',
  '\t',
  '试点任务\t序号\t责任单位\n',
  '1\t',
  '**',
  '(责任部门:市科委)',
  '沪府规〔2020〕2号\n',
];

const text = fc.array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 60 }).map((p) => p.join(''));
const BLANK = /[\s\u00a0\u3000\ufeff]/;

function read(source: string): {
  readonly document: StructuredDocument;
  readonly furniture: readonly { start: number; end: number }[];
} {
  const entry = draftEntry('x', 'x.txt', '0'.repeat(64), source);
  const { documents, furniture } = ingestFile({ text: source, entry, bodies: new Map(), metadata: 'found' });
  const [document] = documents;
  if (document === undefined) throw new Error('no document');
  return { document, furniture };
}

function rebuilt(source: string, block: Block): string {
  return block.ranges
    .map((range) => {
      let out = '';
      let at = range.start;
      for (const r of [...block.repairs].sort((a, b) => a.start - b.start)) {
        if (r.start < range.start || r.end > range.end) continue;
        out += source.slice(at, r.start) + r.replacement;
        at = r.end;
      }
      return out + source.slice(at, range.end);
    })
    .join('');
}

function withText(check: (source: string, result: ReturnType<typeof read>) => void): void {
  fc.assert(
    fc.property(text, (source) => {
      fc.pre(source.trim() !== '');
      check(source, read(source));
    }),
    { numRuns: runs(200, 4000) },
  );
}

describe('whatever the text', () => {
  it('every character that is not blank belongs to exactly one block or furniture range', () => {
    withText((source, { document, furniture }) => {
      const owners = new Array<number>(source.length).fill(0);
      for (const range of [...document.blocks.flatMap((b) => b.ranges), ...furniture]) {
        for (let i = range.start; i < range.end; i += 1) owners[i] = (owners[i] ?? 0) + 1;
      }
      for (let i = 0; i < source.length; i += 1) {
        if (!BLANK.test(source[i] ?? '')) expect([i, owners[i]]).toEqual([i, 1]);
      }
    });
  });

  it('ranges with their repairs give label, text and closing back', () => {
    withText((source, { document }) => {
      for (const block of document.blocks)
        expect(rebuilt(source, block)).toBe(
          `${block.kind === 'heading' ? (block.number ?? '') : ''}${block.text}${block.closing}`,
        );
    });
  });

  it('blocks stand in source order and know where each character is', () => {
    withText((source, { document }) => {
      let last = 0;
      for (const block of document.blocks) {
        for (const range of block.ranges) {
          expect(range.start).toBeGreaterThanOrEqual(last);
          last = range.end;
        }
        expect(block.positions).toHaveLength(block.text.length);
        block.positions.forEach((position, i) => {
          const inserted = i === 0 && block.repairs.some(({ kind, at }) => kind === 'bracket' && at === 0);
          if (!inserted && !BLANK.test(block.text[i] ?? '')) expect(source[position]).toBe(block.text[i]);
        });
      }
    });
  });

  it('parents are headings that stand before, citations and facts quote their block', () => {
    withText((_, { document }) => {
      const seen = new Map<string, Block>();
      for (const block of document.blocks) {
        if (block.parentId !== null) expect(seen.get(block.parentId)?.kind).toBe('heading');
        seen.set(block.id, block);
      }
      for (const c of document.citations)
        expect(seen.get(c.blockId)?.text.slice(c.text.start, c.text.end)).toBe(c.cited);
      for (const f of document.facts)
        expect(seen.get(f.blockId)?.text.slice(f.text.start, f.text.end)).toBe(f.raw);
    });
  });
});
