import { ChevronDown, Download } from 'lucide-react';
import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import type { AnnotationId, BlockId, DocumentId, ExportedHit } from '../../preload/contract/index.ts';
import { maximumExportedHits, type SearchFormat } from '../../preload/contract/vocabulary.ts';
import type { DocumentHits } from '../domain/search/index.ts';
import { ask } from '../platform/reader.ts';
import { reportProblem, text, useText } from '../settings/index.ts';
import { useNotices } from '../ui/notices.ts';
import { askSearch } from './search-client.ts';
import { useSearch } from './search-store.ts';

/** Writes all results to a file, also those that are not listed; main asks where to. */
export function ExportMenu() {
  const t = useText();
  return (
    <MenuTrigger>
      <Button className="button button-line">
        <Download size={16} strokeWidth={1.75} aria-hidden="true" />
        {t('search.export')}
        <ChevronDown size={14} strokeWidth={1.75} aria-hidden="true" />
      </Button>
      <Popover className="menu-popover" placement="bottom end">
        <Menu
          className="menu"
          aria-label={t('search.export')}
          onAction={(key) => void exportResults(key as SearchFormat)}
        >
          <MenuItem id="csv" className="menu-item">
            {t('search.exportCsv')}
          </MenuItem>
          <MenuItem id="md" className="menu-item">
            {t('search.exportMarkdown')}
          </MenuItem>
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}

async function exportResults(format: SearchFormat): Promise<void> {
  const { answer } = useSearch.getState();
  if (answer === null) return;
  const { query, exact } = answer;
  try {
    const { result } = await askSearch({ kind: 'search', query, exact, limit: maximumExportedHits });
    const done = await ask('export.search', {
      query: query.slice(0, 10_000),
      exact,
      format,
      hits: result.documents.flatMap(exportedHits),
      annotationIds: result.notes.hits.map(({ annotationId }) => annotationId as AnnotationId),
      totalBlocks: result.totalBlocks,
    });
    if (done.outcome === 'cancelled') return;
    const said = text()('search.exported', { count: done.hitCount, file: done.fileName });
    useNotices.getState().show({ tone: 'plain', text: said });
  } catch (error) {
    reportProblem('problem.exportFailed', error);
  }
}

/** Main takes the texts from the library itself; what it is told is where they stand. */
function exportedHits({ documentId, hits }: DocumentHits): readonly ExportedHit[] {
  return hits.map(({ blockId, kind, printed, ranges, text: words, textStart }) => ({
    documentId: documentId as DocumentId,
    blockId: printed ? (blockId as BlockId) : null,
    cell: kind === 'table' ? { start: textStart, end: textStart + words.length } : null,
    places: ranges.length,
  }));
}
