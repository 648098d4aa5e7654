import type { ExportChoice } from '../../preload/contract/index.ts';
import type { Translate } from '../../renderer/domain/strings/index.ts';
import { titleOf } from './arrange.ts';
import type { ExportDocument, ExportNote } from './export-set.ts';

/** A column of a table; `width` in characters of the usual size, as spreadsheets measure it. */
export type Column = { readonly label: string; readonly width: number };

/** A table of texts: what CSV and spreadsheets are made from. */
export type NoteColumn = Column & {
  readonly of: (note: ExportNote, document: ExportDocument | null) => string;
};

/** The columns of a table of notes, one row a note, in the order of the choice's fields. */
export function noteColumns(
  { quote, quoteScript, note, metadata }: ExportChoice,
  t: Translate,
): readonly NoteColumn[] {
  const column = (label: string, width: number, of: NoteColumn['of']): NoteColumn => ({ label, width, of });
  const field = (name: 'documentNumber' | 'issuer' | 'issuedOn', width: number): NoteColumn =>
    column(t(`field.${name}`), width, (_, document) => document?.content?.document[name] ?? '');
  const about = [
    column(t('fact.document'), 36, ({ annotation }, document) =>
      document === null || document.content === null
        ? titleOf({ ...blank, id: annotation.anchor.documentId }, t)
        : document.content.document.title,
    ),
    field('documentNumber', 20),
    ...(metadata
      ? [
          field('issuer', 20),
          field('issuedOn', 12),
          column(t('field.validity'), 10, (_, document) =>
            document === null || document.validity === null ? '' : t(`validity.${document.validity}`),
          ),
        ]
      : []),
  ];
  const place = [
    column(t('export.col.headings'), 36, ({ annotation }) => annotation.anchor.headingPath.join(' › ')),
    column(t('export.col.paragraph'), 14, ({ mark }) => mark),
  ];
  const original = column(t('export.col.quote'), 60, ({ annotation }) => annotation.anchor.exact);
  const simplified = column(t('export.col.quoteSimplified'), 60, (each) => each.simplified);
  const quotes = { original: [original], simplified: [simplified], both: [original, simplified] }[
    quoteScript
  ];
  return [
    ...about,
    ...place,
    ...(quote ? quotes : []),
    ...(note ? [column(t('export.col.note'), 60, ({ annotation }) => annotation.note)] : []),
    ...(metadata ? metadataColumns(t, column) : []),
  ];
}

const blank: Omit<ExportDocument, 'id'> = { content: null, validity: null, measures: [] };

function metadataColumns(
  t: Translate,
  column: (label: string, width: number, of: (note: ExportNote) => string) => NoteColumn,
): readonly NoteColumn[] {
  return [
    column(t('export.tags'), 20, ({ annotation }) => annotation.tags.join('、')),
    column(t('export.col.meaning'), 10, ({ meaning }) => meaning),
    column(t('export.col.status'), 8, ({ annotation: { status } }) =>
      status === null ? '' : t(`action.${status}`),
    ),
    column(t('export.col.due'), 12, ({ annotation }) => annotation.due ?? ''),
    column(t('export.col.author'), 12, ({ author }) => author),
    column(t('export.col.createdAt'), 22, ({ annotation }) => annotation.createdAt),
    column(t('export.col.modifiedAt'), 22, ({ annotation }) => annotation.modifiedAt),
    column(t('export.col.source'), 24, ({ source }) =>
      source === null ? '' : `${source.file} ${source.start}–${source.end}`,
    ),
    column(t('export.col.edition'), 18, ({ annotation }) => annotation.anchor.editionHash),
    column(t('export.col.evidence'), 26, ({ evidence }) => evidence ?? ''),
  ];
}
