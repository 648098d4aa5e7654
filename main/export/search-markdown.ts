import { translatorOf } from '../../renderer/domain/strings/index.ts';
import { localDay } from '../../renderer/domain/validity/index.ts';
import { escapeMarkdown } from './markdown.ts';
import { type SearchRow, type SearchTable, searchRows, totalsOf } from './search-table.ts';

/** A search's results as Markdown: what was found in all, then per document each passage with its citation. */
export function searchAsMarkdown(table: SearchTable): string {
  const t = translatorOf(table.language);
  const { query, exact, exportedAt } = table;
  const parts = [
    `# ${escapeMarkdown(t('searchExport.heading', { query }))}`,
    escapeMarkdown([totalsOf(table, t), ...(exact ? [t('search.exact')] : [])].join(' · ')),
    escapeMarkdown(t('export.exportedOn', { day: localDay(exportedAt) })),
  ];
  let last = '';
  for (const row of searchRows(table)) {
    const section = `${row.type === 'note' ? 'note ' : ''}${row.documentId}`;
    if (section !== last) parts.push(`## ${escapeMarkdown(titleOf(row, t('nav.notes')))}`);
    last = section;
    if (row.place !== '') parts.push(`### ${escapeMarkdown(row.place)}`);
    parts.push(`> ${escapeMarkdown(row.text)}`);
    if (row.citation !== '') parts.push(escapeMarkdown(row.citation));
  }
  return `${parts.join('\n\n')}\n`;
}

function titleOf({ document, documentId, type }: SearchRow, notes: string): string {
  const number = document?.documentNumber ? `（${document.documentNumber}）` : '';
  const title = document === null ? documentId : `《${document.title}》${number}`;
  return type === 'note' ? `${notes} · ${title}` : title;
}
