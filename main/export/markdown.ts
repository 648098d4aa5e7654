import type { ExportChoice } from '../../preload/contract/index.ts';
import { type Translate, translatorOf } from '../../renderer/domain/strings/index.ts';
import { arranged } from './arrange.ts';
import { closedMarkdown, lineEnd } from './closed-markdown.ts';
import type { ExportSet } from './export-set.ts';
import { documentFacts, factLine, headOf, type NoteParts, partsOf } from './note-parts.ts';

/** Between blocks. */
const gap = '\n\n';

/**
 * Notes as Markdown, piece by piece: per document (tag, colour) its title, then each note with heading path, quote, note and facts.
 * What the source does not state is left out. The user's note is Markdown already and goes in as it is, only closed
 * where it would swallow what follows it; everything else is escaped.
 */
export function* notesAsMarkdown(set: ExportSet, choice: ExportChoice): Iterable<string> {
  const t = translatorOf(set.language);
  const { title, lines } = headOf(set, choice, t);
  yield [`# ${escapeMarkdown(title)}`, ...lines.map(escapeMarkdown)].join(gap);
  if (set.notes.length === 0) yield gap + t('export.none');
  const documents = new Map(set.documents.map((document) => [document.id, document]));
  for (const run of arranged(set, choice, t)) {
    yield `${gap}## ${escapeMarkdown(run.title)}`;
    const facts = run.document === null || !choice.metadata ? [] : documentFacts(run.document, set, t);
    if (facts.length > 0) yield gap + escapeMarkdown(factLine(facts));
    for (const note of run.notes) {
      const document = run.document === null ? documents.get(note.annotation.anchor.documentId) : null;
      const parts = noteSection(partsOf(note, choice, t, document), t);
      yield gap + parts.join(gap);
    }
  }
  if (choice.template.footer !== '') yield `${gap}---${gap}${escapeMarkdown(choice.template.footer)}`;
  yield '\n';
}

function noteSection({ place, quotes, secondQuote, note, facts }: NoteParts, t: Translate): string[] {
  const second = secondQuote === '' ? [] : [t('export.simplified', { quote: secondQuote })];
  return [
    `### ${escapeMarkdown(place)}`,
    ...[...quotes, ...second].map(quoted),
    ...(note === '' ? [] : [closedMarkdown(note)]),
    ...(facts.length === 0 ? [] : [`*${escapeMarkdown(factLine(facts))}*`]),
  ];
}

function quoted(quote: string): string {
  return quote
    .split(lineEnd)
    .map((line) => `> ${escapeMarkdown(line)}`)
    .join('\n>\n');
}

/**
 * Takes from a text all it could mean in Markdown (CommonMark 2.4), so that it reads as it is, on one
 * line: a line end becomes a space, and blanks at either end, which would make code or a line break, go.
 */
export function escapeMarkdown(text: string): string {
  return text
    .split(lineEnd)
    .join(' ')
    .replace(/^[ \t]+|[ \t]+$/g, '')
    .replace(/[\\`*_{}[\]<>#|~&]/g, '\\$&')
    .replace(/^[-+=]/, '\\$&')
    .replace(/^(\d+)([.)])/, '$1\\$2');
}
