import { type FileChild, Paragraph, Table, TableCell, TableRow, WidthType } from 'docx';
import type { Block, BlockKind, ExportChoice } from '../../../preload/contract/index.ts';
import { headingFace, headingRanks, printedTitle } from '../../../renderer/domain/outline/index.ts';
import { type Translate, translatorOf } from '../../../renderer/domain/strings/index.ts';
import type { ExportDocument, ExportNote, ExportSet } from '../export-set.ts';
import { headOf } from '../note-parts.ts';
import type { Pace } from '../pace.ts';
import { commentFor } from './comments.ts';
import { markedRuns, type Placed, placed } from './marked-runs.ts';
import { fontOf, type StyleId } from './page.ts';
import { notePassage } from './report.ts';
import { paragraph, paragraphOf, runs } from './texts.ts';
import { type Passage, wordFile } from './word-file.ts';

/**
 * The documents of a set themselves, each on a new page: their whole text with its outline, marks in their colours,
 * each note a comment of Word beside its words. Notes that have no place in the present text follow the text.
 * A mark without note, tag or task is a colour only.
 */
export function annotatedDocuments(set: ExportSet, choice: ExportChoice, pace: Pace): Promise<Uint8Array> {
  const t = translatorOf(set.language);
  const total = set.documents.reduce((sum, { content }) => sum + (content?.blocks.length ?? 0), 0);
  const { author } = choice.template;
  return wordFile(
    { title: headOf(set, choice, t).title, creator: author },
    passages(set, choice, t),
    total,
    pace,
  );
}

function* passages(set: ExportSet, choice: ExportChoice, t: Translate): Iterable<Passage> {
  let next = 0;
  let first = true;
  const byDocument = new Map<string, ExportNote[]>();
  for (const note of set.notes) {
    const { documentId } = note.annotation.anchor;
    const own = byDocument.get(documentId);
    if (own === undefined) byDocument.set(documentId, [note]);
    else own.push(note);
  }
  for (const document of set.documents) {
    const notes = byDocument.get(document.id) ?? [];
    const comments = new Map<ExportNote, number>();
    for (const note of notes) {
      if (note.stale || !isSaid(note)) continue;
      comments.set(note, next);
      next += 1;
    }
    const places = placed(document, notes, (note) => comments.get(note) ?? null);
    if (!first) yield { blocks: [new Paragraph({ pageBreakBefore: true })], comments: [] };
    first = false;
    for (const blocks of documentBlocks(document, places, t)) yield { blocks, comments: [] };
    for (const [note, id] of comments) yield { blocks: [], comments: [commentFor(note, id, t)] };
    for (const note of notes.filter(({ stale }) => stale)) {
      yield { blocks: notePassage(note, choice, t, null), comments: [] };
    }
  }
  if (set.documents.length === 0) yield { blocks: [paragraph('Body', t('export.none'))], comments: [] };
}

function isSaid({ annotation: { note, tags, due, status } }: ExportNote): boolean {
  return note.trim() !== '' || tags.length > 0 || due !== null || status !== null;
}

function* documentBlocks(
  { id, content }: ExportDocument,
  places: Placed,
  t: Translate,
): Iterable<readonly FileChild[]> {
  if (content === null) {
    yield [paragraph('Title', t('export.unknownDocument', { id }))];
    return;
  }
  const { blocks, cells, document } = content;
  const ranks = headingRanks(blocks);
  if (printedTitle(blocks) === undefined) yield [paragraph('Title', document.title)];
  const cellsOf = new Map<
    string,
    { readonly column: string; readonly start: number; readonly end: number }[]
  >();
  for (const cell of cells) cellsOf.set(cell.blockId, [...(cellsOf.get(cell.blockId) ?? []), cell]);
  let rows: TableRow[] = [];
  for (const block of blocks) {
    const pieces = block.kind === 'table' ? (cellsOf.get(block.id) ?? []) : [];
    if (pieces.length > 0) {
      rows.push(tableRow(block, pieces, places));
      continue;
    }
    if (rows.length > 0) yield [tableOf(rows, t)];
    rows = [];
    yield [blockParagraph(block, ranks.get(block.id) ?? null, places)];
  }
  if (rows.length > 0) yield [tableOf(rows, t)];
}

/** How each kind of block is set; headings and titles go by their rank. */
const kindStyles: Readonly<Record<Exclude<BlockKind, 'title' | 'heading'>, StyleId>> = {
  paragraph: 'Body',
  item: 'Body',
  table: 'Body',
  contents: 'Flush',
  addressees: 'Flush',
  number: 'Imprint',
  date: 'Right',
  signature: 'Right',
  note: 'Body',
};

const ranked = ['Heading1', 'Heading2', 'Heading3', 'Heading4', 'Heading5', 'Heading6'] as const;

function blockParagraph(block: Block, rank: number | null, places: Placed): Paragraph {
  const { kind, text, number, closing } = block;
  const whole = [{ start: 0, end: text.length }];
  if (kind !== 'heading' && kind !== 'title') {
    return paragraphOf(kindStyles[kind], [...markedRuns(block, whole, places).flat(), ...runs(closing)]);
  }
  const style = kind === 'title' && rank === 1 ? 'Title' : (ranked[(rank ?? 1) - 1] ?? 'Heading6');
  const face = headingFace(block);
  const font = kind === 'title' ? null : fontOf(face === 'fang' ? 'fangsong' : face);
  const look = font === null ? {} : { font };
  const apart = number !== null && /[\p{L}\p{N}]$/u.test(number) && text !== '' ? '　' : '';
  return paragraphOf(style, [
    ...(number === null ? [] : runs(`${number}${apart}`, look)),
    ...markedRuns(block, whole, places, font).flat(),
    ...(closing === '' ? [] : runs(closing, look)),
  ]);
}

const columns = ['task', 'subtask', 'seq', 'measure', 'bodies'] as const;
/** Of the type area's 8,845 twips. */
const widths = [1200, 1500, 700, 3445, 2000] as const;

/** The rows as printed: every character of the source stands where the source has it. */
function tableOf(rows: readonly TableRow[], t: Translate): Table {
  const head = new TableRow({
    tableHeader: true,
    children: columns.map((column, index) =>
      cell([paragraph('Cell', t(`table.${column}`), { bold: true })], index),
    ),
  });
  return new Table({
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    columnWidths: widths,
    rows: [head, ...rows],
  });
}

function tableRow(
  row: Block,
  pieces: readonly { readonly column: string; readonly start: number; readonly end: number }[],
  places: Placed,
): TableRow {
  const texts = markedRuns(row, pieces, places);
  return new TableRow({
    children: columns.map((column, index) => {
      const paragraphs = pieces.flatMap((piece, at) =>
        piece.column === column ? [paragraphOf('Cell', texts[at] ?? [])] : [],
      );
      return cell(paragraphs.length === 0 ? [paragraph('Cell', '')] : paragraphs, index);
    }),
  });
}

function cell(children: readonly Paragraph[], index: number): TableCell {
  return new TableCell({ children, width: { size: widths[index] ?? 1000, type: WidthType.DXA } });
}
