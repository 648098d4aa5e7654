import type { ExportChoice, ExportRequest, NoteFormat } from '../../preload/contract/index.ts';
import { notesAsJsonLd } from './annotation-set/write.ts';
import { annotatedDocuments } from './docx/annotated.ts';
import { noteReport } from './docx/report.ts';
import type { ExportSet } from './export-set.ts';
import { type ExportSource, gatherExport, type Occasion } from './gather.ts';
import { notesAsHtml } from './html.ts';
import { joined } from './join-bytes.ts';
import { notesAsMarkdown } from './markdown.ts';
import { notesAsCsv } from './notes-csv.ts';
import { notesAsXlsx } from './notes-xlsx.ts';
import { type Pace, paceOf, type Steps } from './pace.ts';

/** The ending of a file of each format. */
export const extensions: Readonly<Record<NoteFormat, string>> = {
  docx: 'docx',
  'annotated-docx': 'docx',
  xlsx: 'xlsx',
  csv: 'csv',
  markdown: 'md',
  html: 'html',
  jsonld: 'jsonld',
};

/** How much of the whole time reading takes, roughly: progress need not be exact. */
const readingShare = 0.3;

/**
 * The file that a request asks for, from what the source holds at this moment. It can run in any thread; in the app
 * that is one of its own (`run-export.ts`).
 * @throws ReaderError NOT_FOUND for a note or document that is not there, what the source rejects with, and the
 *   reason of `signal` when it was cancelled
 */
export async function makeExport(
  source: ExportSource,
  request: ExportRequest,
  occasion: Occasion,
  steps: Steps = {},
): Promise<Uint8Array> {
  const set = await gatherExport(source, request, occasion, paceOf(steps, 0, readingShare));
  return writeExport(set, request.format, request.choice, steps, readingShare);
}

/** The file of a set in one of the formats. @throws the reason of `signal` when it was cancelled */
export async function writeExport(
  set: ExportSet,
  format: NoteFormat,
  choice: ExportChoice,
  steps: Steps = {},
  from = 0,
): Promise<Uint8Array> {
  steps.signal?.throwIfAborted();
  const bytes = await write(set, format, choice, paceOf(steps, from));
  steps.signal?.throwIfAborted();
  steps.onProgress?.(1);
  return bytes;
}

async function write(
  set: ExportSet,
  format: NoteFormat,
  choice: ExportChoice,
  pace: Pace,
): Promise<Uint8Array> {
  const text = (pieces: Iterable<string>): Promise<Uint8Array> => inUtf8(pieces, set.notes.length, pace);
  switch (format) {
    case 'docx':
      return noteReport(set, choice, pace);
    case 'annotated-docx':
      return annotatedDocuments(set, choice, pace);
    case 'xlsx':
      return notesAsXlsx(set, choice, pace);
    case 'csv':
      return text(notesAsCsv(set, choice));
    case 'markdown':
      return text(notesAsMarkdown(set, choice));
    case 'html':
      return text(notesAsHtml(set, choice));
    case 'jsonld':
      return text(notesAsJsonLd(set, choice));
  }
}

/** Texts one after the other in UTF-8; each is encoded as it comes, a long one never stands in memory as a whole twice. */
async function inUtf8(pieces: Iterable<string>, total: number, pace: Pace): Promise<Uint8Array> {
  const encoder = new TextEncoder();
  const parts: Uint8Array[] = [];
  for (const piece of pieces) {
    parts.push(encoder.encode(piece));
    await pace(Math.min(parts.length, total), total);
  }
  return joined(parts);
}
