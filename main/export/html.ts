import type { ExportChoice, MarkStyle } from '../../preload/contract/index.ts';
import { type Translate, translatorOf } from '../../renderer/domain/strings/index.ts';
import { arranged } from './arrange.ts';
import type { ExportSet } from './export-set.ts';
import { pageStyle } from './html-style.ts';
import { noteAsHtml } from './note-html.ts';
import { documentFacts, type Fact, factLine, headOf, type NoteParts, partsOf } from './note-parts.ts';

/**
 * Notes as one web page that needs nothing else: no script, nothing loaded (its own policy forbids it), light or dark
 * as the reader's system is. Every text but a note's Markdown is escaped; for that see `note-html.ts`.
 */
export function* notesAsHtml(set: ExportSet, choice: ExportChoice): Iterable<string> {
  const t = translatorOf(set.language);
  const { title, lines } = headOf(set, choice, t);
  const documents = new Map(set.documents.map((document) => [document.id, document]));
  yield [
    `<!DOCTYPE html>\n<html lang="${set.language}">\n<head>\n<meta charset="utf-8">`,
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<meta name="color-scheme" content="light dark">\n<title>${escaped(title)}</title>`,
    `<style>${pageStyle}</style>\n</head>\n<body>\n<main>\n<header>\n<h1>${escaped(title)}</h1>`,
    ...lines.map((line) => `<p>${escaped(line)}</p>`),
    '</header>\n',
  ].join('\n');
  if (set.notes.length === 0) yield `<p>${escaped(t('export.none'))}</p>\n`;
  for (const run of arranged(set, choice, t)) {
    const facts = run.document === null || !choice.metadata ? [] : documentFacts(run.document, set, t);
    yield `<section>\n<h2>${escaped(run.title)}</h2>\n`;
    if (facts.length > 0) yield `<p class="facts">${escaped(factLine(facts))}</p>\n`;
    for (const note of run.notes) {
      const document = documents.get(note.annotation.anchor.documentId) ?? null;
      const parts = partsOf(note, choice, t, run.document === null ? document : null);
      const traditional =
        document?.content?.document.script === 'hant' && choice.quoteScript !== 'simplified';
      yield noteArticle(parts, note.annotation.style, traditional ? 'zh-Hant' : 'zh-Hans', t);
    }
    yield '</section>\n';
  }
  const { footer } = choice.template;
  if (footer !== '') yield `<footer><p>${escaped(footer)}</p></footer>\n`;
  yield '</main>\n</body>\n</html>\n';
}

function noteArticle(
  { place, quotes, secondQuote, note, facts }: NoteParts,
  style: MarkStyle,
  language: string,
  t: Translate,
): string {
  const second = t('export.simplified', { quote: secondQuote });
  return [
    `<article>\n<h3>${escaped(place)}</h3>`,
    ...quotes.map(
      (quote) =>
        `<blockquote class="${style}" lang="${language}" dir="auto">${lineBroken(quote)}</blockquote>`,
    ),
    ...(secondQuote === ''
      ? []
      : [`<blockquote lang="zh-Hans" dir="auto">${lineBroken(second)}</blockquote>`]),
    ...(note === '' ? [] : [`<div class="note" dir="auto">${noteAsHtml(note)}</div>`]),
    ...(facts.length === 0 ? [] : [factList(facts)]),
    '</article>\n',
  ].join('\n');
}

function factList(facts: readonly Fact[]): string {
  const items = facts.map(({ label, value }) =>
    label === ''
      ? `<div><dd>${escaped(value)}</dd></div>`
      : `<div><dt>${escaped(label)}</dt><dd>${escaped(value)}</dd></div>`,
  );
  return `<dl class="facts">${items.join('')}</dl>`;
}

function lineBroken(text: string): string {
  return escaped(text).replace(/\r\n|\n|\r/g, '<br>');
}

/** A text as HTML reads it back, in an element or an attribute; NUL, which HTML cannot hold, as U+FFFD. */
function escaped(text: string): string {
  return text.replace(/\0/g, '\ufffd').replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
