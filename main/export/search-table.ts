import type {
  Annotation,
  Block,
  DocumentContent,
  DocumentSummary,
  ExportedHit,
  Language,
  SearchExport,
} from '../../preload/contract/index.ts';
import { ReaderError } from '../../preload/contract/index.ts';
import { headingPath, paragraphMark } from '../../renderer/domain/anchors/index.ts';
import { citedPlaceOf, formatCitation } from '../../renderer/domain/citations/index.ts';
import { type Translate, translatorOf } from '../../renderer/domain/strings/index.ts';

/** The results of a search as they are to be exported, and what they are made from. */
export type SearchTable = Omit<SearchExport, 'annotationIds' | 'format'> & {
  /** The documents that the hits stand in. */
  readonly contents: readonly DocumentContent[];
  /** All of the library: notes can be on others. */
  readonly documents: readonly DocumentSummary[];
  readonly notes: readonly Annotation[];
  readonly language: Language;
  readonly exportedAt: Date;
};

/** One line of a results table; every export of it says the same. */
export type SearchRow = {
  readonly document: DocumentSummary | null;
  readonly documentId: string;
  readonly type: 'title' | 'heading' | 'text' | 'table' | 'note';
  /** Headings and paragraph mark, as one line. */
  readonly place: string;
  readonly text: string;
  /** Null for a note: its places are not counted with the library's. */
  readonly places: number | null;
  readonly citation: string;
};

/**
 * The rows of a results table in the order of the result, the user's notes after them.
 * @throws ReaderError NOT_FOUND where the library does not have what was found.
 */
export function searchRows({
  hits,
  notes,
  contents,
  documents,
  language,
}: SearchTable): readonly SearchRow[] {
  const t = translatorOf(language);
  const byId = new Map<string, DocumentContent>(contents.map((content) => [content.document.id, content]));
  return [
    ...hits.map((hit) => {
      const content = byId.get(hit.documentId);
      if (content === undefined) throw new ReaderError('NOT_FOUND', `document ${hit.documentId}`);
      return rowOf(hit, content, t);
    }),
    ...notes.map((note): SearchRow => {
      const { documentId, headingPath: headings, exact } = note.anchor;
      const document = documents.find(({ id }) => id === documentId) ?? null;
      return {
        document,
        documentId,
        type: 'note',
        place: headings.join(' › '),
        text: [note.note, ...note.tags.map((tag) => `#${tag}`)].filter((part) => part !== '').join(' '),
        places: null,
        citation: exact === '' ? '' : `“${exact}”`,
      };
    }),
  ];
}

function rowOf(hit: ExportedHit, content: DocumentContent, t: Translate): SearchRow {
  const { document } = content;
  const rest = { document, documentId: document.id, places: hit.places };
  if (hit.blockId === null) {
    const { title, titleBasis } = document;
    const citation = formatCitation(
      {
        title,
        titleGiven: titleBasis === 'inferred',
        documentNumber: document.documentNumber,
        headings: [],
        place: null,
        quotes: [],
      },
      t,
    );
    return { ...rest, type: 'title', place: '', text: title, citation };
  }
  const block = content.blocks.find(({ id }) => id === hit.blockId);
  if (block === undefined) throw new ReaderError('NOT_FOUND', `block ${hit.blockId}`);
  const place = { blockId: block.id, offset: 0 };
  const cited = citedPlaceOf(content, place);
  const { start, end } = hit.cell ?? { start: 0, end: block.text.length };
  return {
    ...rest,
    type: typeOf(block, hit),
    place: [...headingPath(content, block.id), paragraphMark(content, block.id)]
      .filter((part) => part !== '')
      .join(' › '),
    text: block.text.slice(start, end),
    citation: cited === null ? '' : formatCitation({ ...cited, quotes: [] }, t),
  };
}

function typeOf({ kind }: Block, { cell }: ExportedHit): SearchRow['type'] {
  if (cell !== null || kind === 'table') return 'table';
  if (kind === 'title' || kind === 'heading') return kind;
  return 'text';
}

/** What was found in all, as a sentence: a table that does not hold everything says so. */
export function totalsOf({ hits, totalBlocks, notes }: SearchTable, t: Translate): string {
  const documents = new Set(hits.map(({ documentId }) => documentId)).size;
  const places = hits.reduce((sum, hit) => sum + hit.places, 0);
  return [
    t('count.paragraphs', { count: totalBlocks }),
    t('count.places', { count: places }),
    t('count.documents', { count: documents }),
    ...(notes.length === 0 ? [] : [t('count.notes', { count: notes.length })]),
    ...(hits.length < totalBlocks ? [t('searchExport.leftOut', { count: totalBlocks - hits.length })] : []),
  ].join(' · ');
}
