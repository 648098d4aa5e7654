import { translatorOf } from '../../renderer/domain/strings/index.ts';
import { csvOf } from './csv.ts';
import { type SearchTable, searchRows, totalsOf } from './search-table.ts';

/** A search's results as cells: a head in the language of the program, a row for each, the totals last. */
function searchCells(table: SearchTable): readonly (readonly string[])[] {
  const t = translatorOf(table.language);
  const head = [
    t('searchExport.index'),
    t('fact.document'),
    t('field.documentNumber'),
    t('field.issuer'),
    t('searchExport.type'),
    t('export.place'),
    t('searchExport.text'),
    t('searchExport.places'),
    t('searchExport.citation'),
  ];
  const rows = searchRows(table).map((row, index) => [
    String(index + 1),
    row.document?.title ?? row.documentId,
    row.document?.documentNumber ?? '',
    row.document?.issuer ?? '',
    t(`searchExport.type.${row.type}`),
    row.place,
    row.text,
    row.places === null ? '' : String(row.places),
    row.citation,
  ]);
  const totals = t('searchExport.totals', { query: table.query, totals: totalsOf(table, t) });
  return [head, ...rows, ['', totals, '', '', '', '', '', '', '']];
}

/** A search's results as CSV that spreadsheets open. */
export function searchAsCsv(table: SearchTable): string {
  return csvOf(searchCells(table));
}
