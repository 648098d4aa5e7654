import type { Database } from 'sql.js';
import {
  type Attribution,
  attributionSchema,
  type Backlink,
  type BlockId,
  type Body,
  backlinkSchema,
  bodySchema,
  type Citation,
  citationSchema,
  type Defect,
  type DocumentDetails,
  type DocumentId,
  defectSchema,
  type Evidence,
  evidenceSchema,
  type Fact,
  factSchema,
  type LibraryFact,
  libraryFactSchema,
  type Measure,
  measureSchema,
  type Original,
  originalSchema,
  ReaderError,
  type Repair,
  repairSchema,
} from '../../preload/contract/index.ts';
import { rowsOf, type SqlValue } from './database.ts';

const factColumns = `
  f.id, f.document_id as documentId, f.block_id as blockId, f.text_start as start, f.text_end as "end",
  f.source_start as sourceStart, f.source_end as sourceEnd, f.type, f.subject, f.comparator, f.value, f.unit, f.due,
  f.raw, f.sentence_start as sentenceStart, f.sentence_end as sentenceEnd`;

/**
 * What the reader shows beside the text of a document, each list in the order of the source.
 * @throws ReaderError NOT_FOUND for an id the library does not have; ZodError for a row that breaks its schema
 */
export function readDetails(database: Database, id: DocumentId): DocumentDetails {
  const source = sourceOf(database, id);
  return {
    documentId: id,
    repairs: repairs(database, id),
    defects: defects(database, id),
    citations: citations(database, id),
    backlinks: backlinks(database, id),
    facts: facts(database, id),
    measures: measures(database, id),
    attributions: attributions(database, id),
    evidence: evidence(database, id, source.text),
  };
}

/**
 * A block as its source file has it, piece by piece.
 * @throws ReaderError NOT_FOUND when the document, or the block in it, is not in the library
 */
export function readOriginal(database: Database, id: DocumentId, blockId: BlockId): Original {
  const { file, text } = sourceOf(database, id);
  const ranges = rowsOf(
    database,
    `select s.source_start as sourceStart, s.source_end as sourceEnd
     from block_sources s join blocks b on b.id = s.block_id where b.id = ? and b.document_id = ? order by s.ord`,
    [blockId, id],
  );
  if (ranges.length === 0) throw new ReaderError('NOT_FOUND', `block ${blockId} of ${id}`);
  const pieces = ranges.map((range) => ({
    ...range,
    text: text.slice(Number(range.sourceStart), Number(range.sourceEnd)),
  }));
  return originalSchema.parse({ documentId: id, blockId, sourceFile: file, pieces });
}

/** All facts in the order of the library, each with its sentence. */
export function readFacts(database: Database): readonly LibraryFact[] {
  return rowsOf(
    database,
    `select ${factColumns}, b.text from facts f join blocks b on b.id = f.block_id
     join documents d on d.id = f.document_id order by d.ord, d.id, f.rowid`,
  ).map(({ text, ...row }) =>
    // Cut here: SQLite would count code points.
    libraryFactSchema.parse({
      ...row,
      sentence: String(text).slice(Number(row.sentenceStart), Number(row.sentenceEnd)),
    }),
  );
}

/** The responsible bodies by name, with what each is also called and how often it is named. */
export function readBodies(database: Database): readonly Body[] {
  const aliases = new Map<SqlValue | undefined, (SqlValue | undefined)[]>();
  for (const { canonical, alias } of rowsOf(
    database,
    'select canonical, alias from bodies order by canonical, alias',
  )) {
    const known = aliases.get(canonical) ?? [];
    aliases.set(canonical, alias === canonical ? known : [...known, alias]);
  }
  const counts = new Map(
    rowsOf(
      database,
      'select canonical, count(distinct block_id) as measures from measure_bodies group by canonical',
    ).map(({ canonical, measures }) => [canonical, measures]),
  );
  return [...aliases].map(([canonical, others]) =>
    bodySchema.parse({ canonical, aliases: others, measureCount: counts.get(canonical) ?? 0 }),
  );
}

/** The decoded source file of a document. As bytes: a text value would lose a byte order mark, and all offsets with it. */
function sourceOf(database: Database, id: DocumentId): { readonly file: string; readonly text: string } {
  const [row] = rowsOf(
    database,
    `select d.source_file as file, cast(s.text as blob) as bytes
     from documents d left join sources s on s.file = d.source_file where d.id = ?`,
    [id],
  );
  if (row === undefined) throw new ReaderError('NOT_FOUND', `document ${id}`);
  if (!(row.bytes instanceof Uint8Array)) throw new ReaderError('CONTENT_CORRUPT', `no source of ${id}`);
  return {
    file: String(row.file),
    text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(row.bytes),
  };
}

function repairs(database: Database, id: DocumentId): readonly Repair[] {
  return rowsOf(
    database,
    `select r.block_id as blockId, r.at, r.kind, r.original, r.replacement, r.note
     from blocks b join repairs r on r.block_id = b.id where b.document_id = ? order by b.ord, r.source_start`,
    [id],
  ).map((row) => repairSchema.parse(row));
}

function defects(database: Database, id: DocumentId): readonly Defect[] {
  return rowsOf(
    database,
    `select block_id as blockId, text_start as start, text_end as "end", kind, note
     from defects where document_id = ? order by source_start, source_end`,
    [id],
  ).map((row) => defectSchema.parse(row));
}

function citations(database: Database, id: DocumentId): readonly Citation[] {
  return rowsOf(
    database,
    `select id, block_id as blockId, text_start as start, text_end as "end", form, kind, text,
     document_number as documentNumber, resolves_to as resolvesTo, target_document_id as targetDocumentId
     from citations where document_id = ? order by rowid`,
    [id],
  ).map((row) => citationSchema.parse(row));
}

/** A repeal is a citation within the words by which the other document repeals something. */
function backlinks(database: Database, id: DocumentId): readonly Backlink[] {
  return rowsOf(
    database,
    `select c.document_id as documentId, d.title, c.block_id as blockId, c.text_start as start, c.text_end as "end",
     c.text, case
       when c.kind = 'toc' then 'lists'
       when exists (select 1 from metadata_evidence e where e.document_id = c.document_id and e.field = 'repeals'
         and e.source_start <= c.source_start and c.source_end <= e.source_end) then 'repeals'
       else 'cites' end as relation
     from citations c join documents d on d.id = c.document_id
     where c.target_document_id = ?1 and c.document_id <> ?1 order by d.ord, d.id, c.rowid`,
    [id],
  ).map((row) => backlinkSchema.parse(row));
}

function facts(database: Database, id: DocumentId): readonly Fact[] {
  return rowsOf(database, `select ${factColumns} from facts f where f.document_id = ? order by f.rowid`, [
    id,
  ]).map((row) => factSchema.parse(row));
}

function measures(database: Database, id: DocumentId): readonly Measure[] {
  const named = bodiesByBlock(database, id);
  return rowsOf(
    database,
    `select seq, task, subtask, measure, row_block_id as rowBlockId, body_block_id as bodyBlockId
     from measures where document_id = ? order by seq`,
    [id],
  ).map((row) => measureSchema.parse({ ...row, bodies: named.get(row.rowBlockId)?.bodies ?? [] }));
}

/** Bodies named in running text: those that no table row names. */
function attributions(database: Database, id: DocumentId): readonly Attribution[] {
  const rows = new Set(
    rowsOf(database, 'select row_block_id from measures where document_id = ?', [id]).map(
      ({ row_block_id: row }) => row,
    ),
  );
  return [...bodiesByBlock(database, id)]
    .filter(([blockId]) => !rows.has(blockId))
    .map(([blockId, { seq, bodies }]) => attributionSchema.parse({ blockId, seq, bodies }));
}

type Named = {
  readonly seq: SqlValue | undefined;
  readonly bodies: Record<'printed' | 'canonical', SqlValue | undefined>[];
};

function bodiesByBlock(database: Database, id: DocumentId): ReadonlyMap<SqlValue | undefined, Named> {
  const blocks = new Map<SqlValue | undefined, Named>();
  for (const { blockId, seq, body, canonical } of rowsOf(
    database,
    `select m.block_id as blockId, m.seq, m.body, m.canonical from measure_bodies m join blocks b on b.id = m.block_id
     where m.document_id = ? order by b.ord, m.ord`,
    [id],
  )) {
    const named = blocks.get(blockId) ?? { seq, bodies: [] };
    named.bodies.push({ printed: body, canonical });
    blocks.set(blockId, named);
  }
  return blocks;
}

function evidence(database: Database, id: DocumentId, source: string): readonly Evidence[] {
  return rowsOf(
    database,
    `select e.field, e.basis, e.value, e.why, e.source_start as "from", e.source_end as "to",
     (select b.id from blocks b join block_sources s on s.block_id = b.id where b.document_id = e.document_id
       and s.source_start <= e.source_start and e.source_start < s.source_end limit 1) as blockId
     from metadata_evidence e where e.document_id = ? order by e.rowid`,
    [id],
  ).map(({ from, to, ...row }) =>
    evidenceSchema.parse({ ...row, quote: from === null ? null : source.slice(Number(from), Number(to)) }),
  );
}
