import { type IParagraphOptions, type IRunOptions, Paragraph, type ParagraphChild, TextRun } from 'docx';
import { legalInXml } from '../xml-text.ts';
import type { StyleId } from './page.ts';

type Look = Omit<IRunOptions, 'text' | 'children' | 'break'>;

/** A text as runs; a line end in it stays one. */
export function runs(text: string, look: Look = {}): readonly TextRun[] {
  return legalInXml(text)
    .split(/\r\n|\n|\r/)
    .map((line, index) => new TextRun({ ...look, text: line, ...(index === 0 ? {} : { break: 1 }) }));
}

/** A paragraph. Mainland typesetting hangs no punctuation into the margin (CLREQ, 3.1.8), where Word would. */
export function paragraphOf(
  style: StyleId,
  children: readonly ParagraphChild[],
  more: Pick<IParagraphOptions, 'indent'> = {},
): Paragraph {
  return new Paragraph({ style, overflowPunctuation: false, ...more, children });
}

/** A paragraph of nothing but a text. */
export function paragraph(style: StyleId, text: string, look: Look = {}): Paragraph {
  return paragraphOf(style, runs(text, look));
}
