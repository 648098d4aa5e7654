import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { SEEDS } from '../../../build/library/build-library.ts';
import { type Library, readSeeds } from '../../../build/library/seeds.ts';
import type { Block, StructuredDocument } from '../../../main/ingest/index.ts';

// Time on a shared machine, not a measure of anything.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

/*
 * The five seed files against what was decided by hand (files in `expected/`): outlines with offsets, the
 * thirteen policies, the eighty rows of the table.
 */
let library: Library;
let documents: readonly StructuredDocument[];

async function expected<T>(name: string): Promise<T> {
  return JSON.parse(await readFile(new URL(`./expected/${name}`, import.meta.url), 'utf8')) as T;
}

function document(id: string): StructuredDocument {
  const found = documents.find((d) => d.head.id === id);
  if (found === undefined) throw new Error(`no document ${id}`);
  return found;
}

function headings(d: StructuredDocument): readonly Block[] {
  return d.blocks.filter((b) => b.kind === 'heading');
}

function levels(of: readonly StructuredDocument[]): readonly number[] {
  return [1, 2, 3, 4].map((n) => of.flatMap(headings).filter((b) => b.level === n).length);
}

function items(of: readonly StructuredDocument[]): number {
  return of.flatMap((d) => d.blocks).filter((b) => b.kind === 'item').length;
}

beforeAll(async () => {
  library = await readSeeds(SEEDS);
  documents = library.files.flatMap((f) => f.documents);
});

describe('the five seed files', () => {
  it('are eighteen documents', () => {
    const parts = Array.from({ length: 13 }, (_, i) => `001-p${String(i + 1).padStart(2, '0')}`);
    expect(documents.map((d) => d.head.id)).toEqual(['000', '001', ...parts, '002', '003', '004']);
    expect(documents.filter((d) => d.head.parentId === '001').map((d) => d.head.id)).toEqual(parts);
  });

  it('have the outlines that were decided by hand', async () => {
    const outlines = await expected<Record<string, [number, number, string][]>>('outlines.json');
    for (const [id, outline] of Object.entries(outlines)) {
      const own = headings(document(id)).map((b) => [
        b.ranges[0]?.start,
        b.level,
        `${b.number ?? ''}${b.text}`,
      ]);
      expect(own).toEqual(outline);
    }
  });

  it('have the counted headings by level and items', () => {
    const compilation = documents.filter((d) => d.head.id.startsWith('001'));
    expect(levels([document('000')])).toEqual([4, 17, 53, 0]);
    expect(levels(compilation)).toEqual([72, 151, 40, 0]);
    expect(levels([document('002')])).toEqual([8, 0, 0, 0]);
    expect(levels([document('003')])).toEqual([3, 8, 22, 0]);
    expect(levels([document('004')])).toEqual([0, 12, 13, 3]);
    expect([items([document('000')]), items(compilation), items([document('004')])]).toEqual([2, 133, 1]);
    expect(items([document('002'), document('003')])).toBe(0);
  });

  it('mark the levels of 004 as inferred and all others as stated', () => {
    const bases = (d: StructuredDocument): Set<unknown> => new Set(headings(d).map((b) => b.levelBasis));
    expect(bases(document('004'))).toEqual(new Set(['inferred']));
    expect(bases(document('000'))).toEqual(new Set(['stated']));
  });

  it('join 50 of the 90 page breaks and 11 line ends of the compilation, and 8 line ends of 003', () => {
    const compilation = library.files.find((f) => f.file.startsWith('001'));
    expect(compilation?.furniture.filter((f) => f.reason === 'page-number')).toHaveLength(90);
    const text = documents
      .filter((d) => d.head.id.startsWith('001'))
      .flatMap((d) => d.blocks.filter((b) => b.kind !== 'title'));
    const of = (blocks: readonly Block[], kind: string): number =>
      blocks.flatMap((b) => b.repairs).filter((r) => r.kind === kind).length;
    expect([of(text, 'page-join'), of(text, 'line-join'), of(text, 'bracket')]).toEqual([50, 11, 3]);
    expect(of(document('003').blocks, 'line-join')).toBe(8);
  });

  it('give back the labels that lost a bracket', () => {
    const repaired = documents
      .flatMap((d) => d.blocks)
      .flatMap((b) => b.repairs.filter((r) => r.kind === 'bracket'));
    expect(repaired.map((r) => [r.start, r.original, r.replacement])).toEqual([
      [4032, '四)', '(四)'],
      [5180, '八)', '(八)'],
      [53464, '一)', '(一)'],
    ]);
  });

  it('leave closing clauses outside the last section (R14)', () => {
    const clause = (id: string, start: string): Block | undefined =>
      document(id).blocks.find((b) => b.text.startsWith(start));
    expect(clause('003', '本实施方案自')?.parentId).toBeNull();
    expect(clause('001-p08', '支持各区、各开发区')?.parentId).toBeNull();
    expect(clause('001-p03', '本办法自')?.parentId).not.toBeNull();
  });
});

describe('the thirteen policies', () => {
  interface Policy {
    readonly title: string;
    readonly listed: string;
    readonly contents: [number, number];
    readonly source: [number, number];
    readonly issuer: string;
    readonly kind: string;
    readonly effectiveOn: string | null;
    readonly expiresOn: string | null;
    readonly repeals: string | null;
    readonly footer: boolean;
    readonly titleLines: [number, number][];
  }

  it('have their titles, issuers, kinds, ranges and validity, and invent nothing', async () => {
    const policies = await expected<Policy[]>('policies.json');
    const own = documents
      .filter((d) => d.head.parentId === '001')
      .map(({ head, evidence }) => ({
        title: head.title,
        source: [head.source.start, head.source.end],
        issuer: head.issuer,
        kind: head.kind,
        effectiveOn: head.effectiveOn,
        expiresOn: head.expiresOn,
        repeals: evidence.find((e) => e.field === 'repeals')?.value ?? null,
        invented: [head.documentNumber, head.issuedOn, head.addressees],
      }));
    expect(own).toEqual(
      policies.map(({ title, source, issuer, kind, effectiveOn, expiresOn, repeals }) => ({
        title,
        source,
        issuer,
        kind,
        effectiveOn,
        expiresOn,
        repeals,
        invented: [null, null, null],
      })),
    );
  });

  it('are listed in the contents, each entry linked to its document', async () => {
    const policies = await expected<Policy[]>('policies.json');
    const compilation = document('001');
    const entries = compilation.blocks.filter((b) => b.kind === 'contents');
    expect(entries.map((b) => [b.text, b.ranges[0]?.start, b.ranges[0]?.end])).toEqual(
      policies.map((p) => [p.listed, ...p.contents]),
    );
    const links = compilation.citations.filter((c) => c.kind === 'toc').map((c) => c.targetId);
    expect(links).toEqual(documents.filter((d) => d.head.parentId === '001').map((d) => d.head.id));
  });

  it('have footer titles as furniture and head titles as title blocks', async () => {
    const policies = await expected<Policy[]>('policies.json');
    const footers = library.files.flatMap((f) => f.furniture).filter((f) => f.reason === 'running-title');
    expect(footers.map((f) => [f.start, f.end])).toEqual(
      policies.filter((p) => p.footer).flatMap((p) => p.titleLines),
    );
    const titled = documents
      .filter((d) => d.head.parentId === '001' && d.blocks[0]?.kind === 'title')
      .map((d) => d.head.id);
    expect(titled).toEqual(['001-p02', '001-p09']);
  });

  it('keep the expiry that a note moved as evidence', () => {
    const { head, evidence } = document('001-p12');
    expect(head.expiresOn).toBe('2022-10-31');
    expect(evidence.find((e) => e.field === 'expires_on_before')?.value).toBe('2017-10-31');
  });
});

describe('the responsibility table of 003', () => {
  interface Row {
    readonly seq: number;
    readonly task: string;
    readonly subtask: string;
    readonly measure: [number, number];
    readonly bodies: string[];
    readonly same: boolean;
  }

  it('has eighty rows in their right groups, verbatim, with their bodies', async () => {
    const rows = await expected<Row[]>('table.json');
    const { measures, measureBodies, blocks } = document('003');
    const source = library.texts.get(document('003').head.sourceFile) ?? '';
    const own = measures.map((m) => ({
      seq: m.seq,
      task: m.task,
      subtask: m.subtask,
      measure: [m.start, m.end],
      bodies: measureBodies.filter((b) => b.seq === m.seq).map((b) => b.body),
    }));
    expect(own).toEqual(
      rows.map(({ seq, task, subtask, measure, bodies }) => ({ seq, task, subtask, measure, bodies })),
    );
    for (const m of measures) expect(m.measure).toBe(source.slice(m.start, m.end));
    for (const m of measures) expect(blocks.some((b) => b.id === m.bodyBlockId)).toBe(true);
  });

  it('marks every row that differs from the body, and row 79 which names nobody', async () => {
    const rows = await expected<Row[]>('table.json');
    const { defects, measures } = document('003');
    const differing = new Set(
      defects
        .filter((d) => d.kind === 'table-differs')
        .map((d) => measures.find((m) => m.start <= d.start && d.end <= m.end)?.seq),
    );
    expect([...differing]).toEqual(rows.filter((r) => !r.same).map((r) => r.seq));
    expect(defects.filter((d) => d.kind === 'table-omission')).toHaveLength(1);
  });

  it('marks the rows where a group begins without its label', () => {
    const { defects, measures } = document('003');
    const unlabelled = defects.filter((d) => d.kind === 'table-label' && d.note.endsWith('未在此行印出'));
    const seqs = unlabelled.map((d) => measures.find((m) => m.start === d.start)?.seq);
    expect(seqs).toEqual([3, 9, 9, 17, 24, 26, 30, 30, 46, 68, 75]);
  });

  it('keeps one block per printed row, the label-only row too, and headers as furniture', () => {
    expect(document('003').blocks.filter((b) => b.kind === 'table')).toHaveLength(81);
    const headers = library.files.flatMap((f) => f.furniture).filter((f) => f.reason === 'table-header');
    expect(headers).toHaveLength(8);
  });

  it('folds the names of one body and keeps the printed form', () => {
    const bodies = document('003').measureBodies;
    const folded = bodies.filter((b) => b.canonical === '市地方金融监督管理局').map((b) => b.body);
    expect(new Set(folded)).toEqual(new Set(['市地方金融监管局', '市地方金融监督管理局']));
    expect(bodies.find((b) => b.seq === 78 && b.body === '长宁区区政府')?.canonical).toBe('长宁区政府');
  });
});

describe('source defects', () => {
  it('are marked where the source is damaged', () => {
    const found = documents.flatMap((d) => d.defects.map((x) => [d.head.id, x.start, x.kind]));
    expect(found).toEqual(
      expect.arrayContaining([
        ['001-p01', 4485, 'lost-text'],
        ['001-p02', 11961, 'ocr'],
        ['001-p05', 21080, 'duplicate'],
        ['001-p06', 30899, 'duplicate'],
        ['001-p10', 43624, 'lost-punctuation'],
        ['003', 3124, 'ocr'],
        ['003', 7173, 'ocr'],
        ['003', 7287, 'ocr'],
        ['004', 3072, 'censored'],
      ]),
    );
    const mixed = document('002').defects.filter((d) => d.kind === 'mixed-script');
    expect(mixed.filter((d) => !d.note.includes('過') && !d.note.includes('过度'))).toHaveLength(57);
  });
});
