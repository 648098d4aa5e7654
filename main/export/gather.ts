import {
  type Annotation,
  type DocumentContent,
  type DocumentId,
  type DocumentSummary,
  type ExportRequest,
  type MarkStyle,
  type Measure,
  markStyles,
  type Settings,
} from '../../preload/contract/index.ts';
import { byPlace } from '../../renderer/domain/notes/index.ts';
import { type Converter, loadConverter } from '../../renderer/domain/script/index.ts';
import { translatorOf } from '../../renderer/domain/strings/index.ts';
import { localDay, validityOf } from '../../renderer/domain/validity/index.ts';
import type { Repository } from '../storage/repository.ts';
import type { SourceRange } from '../storage/source-places.ts';
import type { ExportDocument, ExportNote, ExportSet } from './export-set.ts';
import { noteMaker } from './make-notes.ts';
import type { Pace } from './pace.ts';
import { selectedNotes } from './selection.ts';

/** What an export reads: the repository itself, or one in another thread. */
export type ExportSource = Pick<
  Repository,
  'opening' | 'readDocument' | 'readDetails' | 'readFacts' | 'readSourceRanges'
>;

/** When and by which version of the program it is exported. */
export type Occasion = { readonly exportedAt: Date; readonly version: string };

/**
 * Reads together all that an export of `request` needs, and no more: texts of the documents in question, the
 * conversion, source places, table rows and facts only for what was asked for.
 * @throws ReaderError NOT_FOUND for a note or a document that is not there, and what the storage rejects with
 */
export async function gatherExport(
  source: ExportSource,
  { format, selection, choice }: ExportRequest,
  { exportedAt, version }: Occasion,
  pace: Pace,
): Promise<ExportSet> {
  const { annotations, documents: library, settings } = await source.opening();
  const chosen = selectedNotes(selection, annotations);
  const named = 'documentIds' in selection && selection.documentIds !== null ? selection.documentIds : [];
  const ids = documentsOf(chosen, named, library);
  const day = localDay(exportedAt);
  const converter = choice.quoteScript === 'original' ? null : await loadConverter('hant-to-hans');
  const wantsSources = choice.metadata && (format === 'xlsx' || format === 'csv' || format === 'jsonld');
  const documents: ExportDocument[] = [];
  const notes: ExportNote[] = [];
  for (const id of ids) {
    const summary = library.find((document) => document.id === id);
    const content = summary === undefined ? null : await source.readDocument(id);
    const own = chosen.filter(({ anchor }) => anchor.documentId === id).sort(byPlace);
    const sources = wantsSources && content !== null ? await sourcesOf(source, own) : new Map();
    const make = noteMaker(content, {
      meanings: meaningsOf(settings),
      author: choice.template.author,
      converter: converterFor(content, converter),
      sourceOf: ({ id: noteId }) => sources.get(noteId) ?? null,
    });
    documents.push({
      id,
      content,
      validity: summary === undefined ? null : validityOf(summary, day),
      measures: await measuresOf(
        source,
        id,
        content,
        format === 'annotated-docx' || choice.sheets.includes('measures'),
      ),
    });
    for (const annotation of own) {
      notes.push(make(annotation));
      await pace(notes.length, chosen.length);
    }
  }
  const wanted = new Set<string>(ids);
  const facts = choice.sheets.includes('facts') ? await source.readFacts() : [];
  return {
    documents,
    notes,
    facts: facts.filter(({ documentId }) => wanted.has(documentId)),
    language: settings.language,
    exportedAt,
    version,
  };
}

/** The documents of some notes and those named, in the order of the library, those no longer in it last. */
function documentsOf(
  notes: readonly Annotation[],
  named: readonly DocumentId[],
  library: readonly DocumentSummary[],
): readonly DocumentId[] {
  const wanted = new Set([...notes.map(({ anchor }) => anchor.documentId), ...named]);
  const known = library.map(({ id }) => id).filter((id) => wanted.has(id));
  const lost = [...wanted].filter((id) => !known.includes(id)).sort();
  return [...known, ...lost];
}

function meaningsOf({ language, markMeanings }: Settings): Readonly<Record<MarkStyle, string>> {
  const t = translatorOf(language);
  const words = markStyles.map((style) => [style, markMeanings[style] ?? t(`meaning.${style}`)] as const);
  return Object.fromEntries(words) as Record<MarkStyle, string>;
}

function converterFor(content: DocumentContent | null, converter: Converter | null): Converter | null {
  return content?.document.script === 'hant' ? converter : null;
}

async function measuresOf(
  source: ExportSource,
  id: DocumentId,
  content: DocumentContent | null,
  asked: boolean,
): Promise<readonly Measure[]> {
  if (!asked || content === null || content.cells.length === 0) return [];
  return (await source.readDetails(id)).measures;
}

/** How many places are asked for at a time: the storage thread answers others in between. */
const portion = 500;

async function sourcesOf(
  source: ExportSource,
  notes: readonly Annotation[],
): Promise<ReadonlyMap<string, SourceRange>> {
  const sources = new Map<string, SourceRange>();
  const quoting = notes.filter(({ anchor }) => anchor.exact !== '');
  for (let at = 0; at < quoting.length; at += portion) {
    const part = quoting.slice(at, at + portion);
    const ends = await source.readSourceRanges(
      part.flatMap(({ anchor: { start, end } }) => [
        { blockId: start.blockId, start: start.offset, end: start.offset + 1 },
        { blockId: end.blockId, start: end.offset - 1, end: end.offset },
      ]),
    );
    part.forEach(({ id }, index) => {
      const first = ends[2 * index] ?? null;
      const last = ends[2 * index + 1] ?? null;
      if (first === null || last === null || first.file !== last.file) return;
      sources.set(id, { file: first.file, start: first.start, end: last.end });
    });
  }
  return sources;
}
