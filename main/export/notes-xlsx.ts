import type { ExportChoice } from '../../preload/contract/index.ts';
import { type Translate, translatorOf } from '../../renderer/domain/strings/index.ts';
import { inOrder } from './arrange.ts';
import { type NoteColumn, noteColumns } from './columns.ts';
import type { ExportNote, ExportSet } from './export-set.ts';
import { factRows } from './facts-csv.ts';
import { headOf } from './note-parts.ts';
import type { Pace } from './pace.ts';
import { type Sheet, workbookOf } from './xlsx.ts';

/** Notes as a workbook, one row a note; the responsibility table and the facts as further sheets when chosen. */
export function notesAsXlsx(set: ExportSet, choice: ExportChoice, pace: Pace): Promise<Uint8Array> {
  const t = translatorOf(set.language);
  const sheets = [
    notesSheet(set, choice, t),
    ...(choice.sheets.includes('measures') ? [measuresSheet(set, t)] : []),
    ...(choice.sheets.includes('facts') ? [factsSheet(set, t)] : []),
  ];
  return workbookOf(
    {
      sheets,
      title: headOf(set, choice, t).title,
      author: choice.template.author,
      madeAt: set.exportedAt,
      cut: (count) => t('export.cut', { count }),
    },
    pace,
  );
}

function notesSheet(set: ExportSet, choice: ExportChoice, t: Translate): Sheet {
  const columns = noteColumns(choice, t);
  const notes = inOrder(set, choice);
  return {
    name: t('export.sheet.notes'),
    columns,
    rows: rowsOf(notes, columns, set),
    rowCount: notes.length,
  };
}

/** Row by row, so that a large table is never in memory as a whole. */
function* rowsOf(
  notes: readonly ExportNote[],
  columns: readonly NoteColumn[],
  { documents }: ExportSet,
): Iterable<readonly string[]> {
  const byId = new Map(documents.map((document) => [document.id, document]));
  for (const note of notes) {
    const document = byId.get(note.annotation.anchor.documentId) ?? null;
    yield columns.map(({ of }) => of(note, document));
  }
}

function measuresSheet({ documents }: ExportSet, t: Translate): Sheet {
  const rows = documents.flatMap(({ content, measures }) =>
    measures.map(({ seq, task, subtask, measure, bodies }) => [
      content?.document.title ?? '',
      content?.document.documentNumber ?? '',
      String(seq),
      task,
      subtask,
      measure,
      bodies.map(({ printed }) => printed).join('、'),
    ]),
  );
  const columns = [
    { label: t('fact.document'), width: 36 },
    { label: t('field.documentNumber'), width: 20 },
    { label: t('table.seq'), width: 8 },
    { label: t('table.task'), width: 24 },
    { label: t('table.subtask'), width: 24 },
    { label: t('table.measure'), width: 60 },
    { label: t('table.bodies'), width: 36 },
  ];
  return { name: t('export.sheet.measures'), columns, rows, rowCount: rows.length };
}

const factWidths = [36, 20, 12, 24, 10, 14, 10, 12, 20, 60, 14, 14];

function factsSheet({ documents, facts, language }: ExportSet, t: Translate): Sheet {
  const contents = documents.flatMap(({ content }) => (content === null ? [] : [content]));
  const [head = [], ...rows] = factRows({ facts, contents, language });
  const columns = head.map((label, index) => ({ label, width: factWidths[index] ?? 16 }));
  return { name: t('export.sheet.facts'), columns, rows, rowCount: rows.length };
}
