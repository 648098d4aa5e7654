import type { Manifest, StructuredDocument } from '../../main/ingest/index.ts';
import { type Library, sha256 } from './seeds.ts';

type Value = string | number | null;
type Rows = readonly (readonly Value[])[];

export interface TableRows {
  readonly table: string;
  readonly columns: number;
  readonly rows: Rows;
}

/** The rows of every table but `meta`, in insertion order: file by file, document by document, block by block. */
export function libraryRows({ files, texts, manifest }: Library): readonly TableRows[] {
  const documents = files.flatMap((f) => f.documents);
  const each = (rowsOf: (d: StructuredDocument) => Rows): Rows => documents.flatMap((d) => [...rowsOf(d)]);
  const table = (name: string, rows: Rows, columns: number): TableRows => ({ table: name, columns, rows });
  return [
    table('sources', [...texts], 2),
    table(
      'documents',
      documents.map((d, i) => documentRow(d, i + 1)),
      21,
    ),
    table('blocks', each(blockRows), 11),
    table(
      'block_sources',
      each((d) => d.blocks.flatMap((b) => b.ranges.map((r, i) => [b.id, i, r.start, r.end]))),
      4,
    ),
    table('table_cells', each(cellRows), 7),
    table('repairs', each(repairRows), 8),
    table('defects', each(defectRows), 8),
    table(
      'furniture',
      files.flatMap((f) => f.furniture.map((x) => [f.file, x.start, x.end, x.reason])),
      4,
    ),
    table('measures', each(measureRows), 9),
    table(
      'measure_bodies',
      each((d) => d.measureBodies.map((m) => [d.head.id, m.seq, m.ord, m.body, m.canonical, m.blockId])),
      6,
    ),
    table('citations', each(citationRows), 13),
    table('facts', each(factRows), 16),
    table('metadata_evidence', each(evidenceRows), 7),
    table('bodies', bodyRows(documents, manifest), 2),
  ];
}

function documentRow(d: StructuredDocument, ord: number): readonly Value[] {
  const h = d.head;
  const edition = sha256(d.blocks.map((b) => b.text).join('\n'));
  return [
    h.id,
    h.parentId,
    ord,
    h.sourceFile,
    h.source.start,
    h.source.end,
    edition,
    h.title,
    h.titleBasis,
    h.documentNumber,
    h.issuer,
    h.kind,
    h.level,
    h.issuedOn,
    h.effectiveOn,
    h.expiresOn,
    h.addressees,
    h.script,
    h.completeness,
    JSON.stringify(h.inferredFields),
    d.blocks.reduce((sum, b) => sum + b.text.length, 0),
  ];
}

function blockRows(d: StructuredDocument): Rows {
  return d.blocks.map((b) => [
    b.id,
    d.head.id,
    b.ord,
    b.kind,
    b.level,
    b.levelBasis,
    b.number,
    b.text,
    b.parentId,
    b.runInOf,
    b.closing,
  ]);
}

function cellRows(d: StructuredDocument): Rows {
  return d.blocks.flatMap((b) =>
    b.cells.map((c, i) => [b.id, i, c.column, c.text.start, c.text.end, c.source.start, c.source.end]),
  );
}

function repairRows(d: StructuredDocument): Rows {
  return d.blocks.flatMap((b) =>
    b.repairs.map((r) => [b.id, r.at, r.kind, r.start, r.end, r.original, r.replacement, r.note]),
  );
}

function defectRows(d: StructuredDocument): Rows {
  return d.defects.map((x) => [
    d.head.id,
    x.start,
    x.end,
    x.kind,
    x.note,
    x.blockId,
    x.text?.start ?? null,
    x.text?.end ?? null,
  ]);
}

function measureRows(d: StructuredDocument): Rows {
  return d.measures.map((m) => [
    d.head.id,
    m.seq,
    m.task,
    m.subtask,
    m.measure,
    m.start,
    m.end,
    m.bodyBlockId,
    m.rowBlockId,
  ]);
}

function citationRows(d: StructuredDocument): Rows {
  return d.citations.map((c, i) => [
    `${d.head.id}-c${String(i + 1).padStart(4, '0')}`,
    d.head.id,
    c.blockId,
    c.text.start,
    c.text.end,
    c.source.start,
    c.source.end,
    c.form,
    c.kind,
    c.cited,
    c.documentNumber,
    c.resolvesTo,
    c.targetId,
  ]);
}

function factRows(d: StructuredDocument): Rows {
  return d.facts.map((f, i) => [
    `${d.head.id}-f${String(i + 1).padStart(4, '0')}`,
    d.head.id,
    f.blockId,
    f.text.start,
    f.text.end,
    f.source.start,
    f.source.end,
    f.type,
    f.subject,
    f.comparator,
    f.value,
    f.unit,
    f.due,
    f.raw,
    f.sentence.start,
    f.sentence.end,
  ]);
}

function evidenceRows(d: StructuredDocument): Rows {
  return d.evidence.map((e) => [
    d.head.id,
    e.field,
    e.basis,
    e.value,
    e.source?.start ?? null,
    e.source?.end ?? null,
    e.why,
  ]);
}

/** Every body that is named, under itself, and the declared aliases. */
function bodyRows(documents: readonly StructuredDocument[], manifest: Manifest): Rows {
  const rows = new Map<string, readonly Value[]>();
  const add = (canonical: string, alias: string): void => {
    rows.set(`${canonical}\n${alias}`, [canonical, alias]);
  };
  for (const names of manifest.bodies) {
    add(names.canonical, names.canonical);
    for (const alias of names.aliases) add(names.canonical, alias);
  }
  for (const d of documents) for (const m of d.measureBodies) add(m.canonical, m.body);
  return [...rows.keys()].sort().map((key) => rows.get(key) ?? []);
}
