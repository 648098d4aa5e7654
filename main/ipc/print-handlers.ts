import path from 'node:path';
import type { BrowserWindow, PrintToPDFOptions, WebContents } from 'electron';
import {
  type DocumentSummary,
  type Handlers,
  type PrintJob,
  type PrintRequest,
  ReaderError,
} from '../../preload/contract/index.ts';
import { translatorOf } from '../../renderer/domain/strings/index.ts';
import { finishPdf } from '../export/finish-pdf.ts';
import { writeFileAtomically } from '../files/atomic-write.ts';
import { askWhereToSave, safeFileName } from '../files/dialogs.ts';
import type { Repository } from '../storage/repository.ts';
import type { PrintPages } from '../windows/print-pages.ts';

/** Printing, and the same as a PDF file. The window says what, the user says where, a hidden page sets it. */
export function printHandlers(
  repository: Repository,
  window: () => BrowserWindow | null,
  pages: PrintPages,
  pdfWorker: string,
): Pick<Handlers, 'print.document' | 'print.job' | 'print.ready'> {
  return {
    'print.document': async (request) => {
      const parent = window();
      if (parent === null) throw new ReaderError('INTERNAL', 'no window to ask in');
      const { job, summary } = await jobOf(repository, request);
      if (request.to === 'printer') {
        const printed = await pages.set(job, printOnPaper);
        return { outcome: printed ? 'printed' : 'cancelled' };
      }
      const t = translatorOf(job.language);
      const name =
        job.annotations.length === 0 || request.notes === 'none' ? 'print.plainName' : 'print.notedName';
      const file = await askWhereToSave(parent, {
        defaultName: `${safeFileName(t(name, { title: summary.title }))}.pdf`,
        filterName: 'PDF',
        extension: 'pdf',
      });
      if (file === null) return { outcome: 'cancelled' };
      const printed = await pages.set(job, (contents) => contents.printToPDF(pdfOptions(summary)));
      await writeFileAtomically(file, await finishPdf(pdfWorker, new Uint8Array(printed), wordsOf(job)));
      return { outcome: 'saved', fileName: path.basename(file) };
    },
    'print.job': async ({ jobId }) => pages.job(jobId),
    'print.ready': async ({ jobId, problem }) => {
      pages.ready(jobId, problem);
      return {};
    },
  };
}

/** The document, and for a compilation the documents in it, with the marks and notes on them. */
async function jobOf(
  repository: Repository,
  request: PrintRequest,
): Promise<{ readonly job: PrintJob; readonly summary: DocumentSummary }> {
  const { settings, documents, annotations } = await repository.opening();
  const summary = documents.find(({ id }) => id === request.documentId);
  if (summary === undefined) throw new ReaderError('NOT_FOUND', `no document ${request.documentId}`);
  const ids = [
    summary.id,
    ...documents.filter(({ parentId }) => parentId === summary.id).map(({ id }) => id),
  ];
  const parts = await Promise.all(
    ids.map(async (id) => ({
      content: await repository.readDocument(id),
      measures: (await repository.readDetails(id)).measures,
    })),
  );
  const printed = new Set<string>(ids);
  const typography = settings.documentTypography[summary.id] ?? settings.typography;
  const now = new Date();
  const two = (value: number): string => String(value).padStart(2, '0');
  return {
    summary,
    job: {
      request,
      language: settings.language,
      typeface: typography.typeface,
      meanings: settings.markMeanings,
      parts,
      annotations: annotations.filter(
        ({ anchor, trashedAt }) => trashedAt === null && printed.has(anchor.documentId),
      ),
      day: `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`,
    },
  };
}

/** Named, since a default font can turn 文 into the radical U+2F42 in the file (lab notes, Printing). */
const pageFont = "font-family: 'Noto Serif CJK SC', 'Songti SC', SimSun, serif";

/**
 * Page number at the foot as the standard has it, — 1 — in 14 pt (GB/T 9704-2012, 7.5); the head says what is
 * being read. Tagged, with an outline made of the headings.
 */
function pdfOptions({ title, documentNumber }: DocumentSummary): PrintToPDFOptions {
  const head = escaped(documentNumber === null ? title : `${title}　${documentNumber}`);
  return {
    preferCSSPageSize: true,
    printBackground: true,
    generateTaggedPDF: true,
    generateDocumentOutline: true,
    displayHeaderFooter: true,
    headerTemplate: `<div style="${pageFont}; width: 100%; padding: 0 26mm 0 28mm; font-size: 8pt; color: #555">${head}</div>`,
    footerTemplate: `<div style="${pageFont}; width: 100%; text-align: center; font-size: 11pt">— <span class="pageNumber"></span> —</div>`,
  };
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** All words of a job: what its pages say is made of these characters, or of what they are converted to. */
function wordsOf({ parts, annotations }: PrintJob): string {
  const texts = parts.flatMap(({ content: { document: summary, blocks } }) => [
    summary.title,
    ...blocks.map(({ text }) => text),
  ]);
  return [...texts, ...annotations.flatMap(({ note, tags }) => [note, ...tags])].join('');
}

/** Whether it was printed; false when the user closed the system's dialog. */
function printOnPaper(contents: WebContents): Promise<boolean> {
  return new Promise((resolve, reject) => {
    contents.print({ printBackground: true, pageSize: 'A4' }, (success, reason) => {
      if (success) resolve(true);
      else if (/cancel/i.test(reason)) resolve(false);
      else reject(new ReaderError('PRINT_FAILED', reason));
    });
  });
}
