import type { FileChild, Paragraph } from 'docx';
import type { ExportChoice } from '../../../preload/contract/index.ts';
import { type Translate, translatorOf } from '../../../renderer/domain/strings/index.ts';
import { arranged, type NoteRun } from '../arrange.ts';
import type { ExportDocument, ExportNote, ExportSet } from '../export-set.ts';
import { documentFacts, factLine, headOf, partsOf } from '../note-parts.ts';
import type { Pace } from '../pace.ts';
import { markFills } from './fills.ts';
import { noteParagraphs } from './note-paragraphs.ts';
import { paragraph, paragraphOf, runs } from './texts.ts';
import { type Passage, wordFile } from './word-file.ts';

/**
 * Notes as a report in the manner of an official document: the unit in red over a red line, the title, who and when;
 * per document (tag, colour) its title block, then each note with its place as a heading, quote, note and facts.
 */
export function noteReport(set: ExportSet, choice: ExportChoice, pace: Pace): Promise<Uint8Array> {
  const t = translatorOf(set.language);
  const { title } = headOf(set, choice, t);
  return wordFile(
    { title, creator: choice.template.author },
    passages(set, choice, t),
    set.notes.length,
    pace,
  );
}

function* passages(set: ExportSet, choice: ExportChoice, t: Translate): Iterable<Passage> {
  const blocks = (...children: readonly FileChild[]): Passage => ({ blocks: children, comments: [] });
  yield blocks(...reportHead(set, choice, t));
  if (set.notes.length === 0) yield blocks(paragraph('Body', t('export.none')));
  const documents = new Map(set.documents.map((document) => [document.id, document]));
  for (const run of arranged(set, choice, t)) {
    yield blocks(...runHead(run, set, choice, t));
    for (const note of run.notes) {
      const named = run.document === null ? documents.get(note.annotation.anchor.documentId) : null;
      yield blocks(...notePassage(note, choice, t, named ?? null));
    }
  }
  if (choice.template.footer !== '') yield blocks(paragraph('Imprint', choice.template.footer));
}

/** The head of an export in Word: red where a unit is named. */
function reportHead(set: ExportSet, choice: ExportChoice, t: Translate): readonly Paragraph[] {
  const { title, lines } = headOf(set, choice, t);
  const { unit } = choice.template;
  return [
    ...(unit === '' ? [] : [paragraph('Red', unit)]),
    paragraph('Title', title),
    ...lines.map((line) => paragraph('Imprint', line)),
  ];
}

function runHead(
  { title, document }: NoteRun,
  set: ExportSet,
  choice: ExportChoice,
  t: Translate,
): readonly Paragraph[] {
  const facts = document === null || !choice.metadata ? [] : documentFacts(document, set, t);
  return [paragraph('Heading1', title), ...(facts.length === 0 ? [] : [paragraph('Facts', factLine(facts))])];
}

/** A note with its place as a heading. */
export function notePassage(
  note: ExportNote,
  choice: ExportChoice,
  t: Translate,
  named: ExportDocument | null,
): readonly Paragraph[] {
  const { place, quotes, secondQuote, note: markdown, facts } = partsOf(note, choice, t, named);
  const fill = markFills[note.annotation.style];
  const look =
    fill === null ? { underline: {} } : { shading: { type: 'clear', fill, color: 'auto' } as const };
  return [
    paragraph('Heading2', place),
    ...quotes.map((quote) => paragraphOf('Words', runs(quote, look))),
    ...(secondQuote === '' ? [] : [paragraph('Words', t('export.simplified', { quote: secondQuote }))]),
    ...(markdown === '' ? [] : noteParagraphs(markdown, 'NoteText')),
    ...(facts.length === 0 ? [] : [paragraph('Facts', factLine(facts))]),
  ];
}
