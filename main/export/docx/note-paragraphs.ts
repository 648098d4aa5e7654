import type { IRunOptions, Paragraph, ParagraphChild } from 'docx';
import type { PhrasingContent, RootContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import type { StyleId } from './page.ts';
import { paragraphOf, runs } from './texts.ts';

type Look = Pick<IRunOptions, 'bold' | 'italics' | 'font'>;
type Place = { readonly depth: number; readonly marker: string };

const indent = 420;
/** Deeper lists and quotes than these stand where the last does: the page is no wider. */
const deepest = 8;

/**
 * A note's Markdown as paragraphs of a style, by the parser and the rules the app shows it with: raw HTML stays text,
 * images are dropped, a link is its words with the address behind it.
 */
export function noteParagraphs(markdown: string, style: StyleId): readonly Paragraph[] {
  return blocks(fromMarkdown(markdown).children, style, { depth: 0, marker: '' });
}

function blocks(nodes: readonly RootContent[], style: StyleId, place: Place): readonly Paragraph[] {
  return nodes.flatMap((node, index) =>
    // The marker stands before the first block of its item only.
    block(node, style, index === 0 ? place : { ...place, marker: '' }),
  );
}

function block(node: RootContent, style: StyleId, place: Place): readonly Paragraph[] {
  switch (node.type) {
    case 'paragraph':
      return [at(phrases(node.children, {}), style, place)];
    case 'heading':
      return [at(phrases(node.children, { bold: true }), style, place)];
    case 'blockquote':
      return blocks(node.children, style, deeper(place));
    case 'list':
      return node.children.flatMap((item, index) => {
        const marker = node.ordered === true ? `${(node.start ?? 1) + index}. ` : '• ';
        return blocks(item.children, style, { ...deeper(place), marker });
      });
    case 'code':
      return [at([...runs(node.value, monospaced)], style, place)];
    case 'html':
      return [at([...runs(node.value)], style, place)];
    case 'thematicBreak':
      return [at([...runs('———')], style, place)];
    default:
      return [];
  }
}

function deeper({ depth }: Place): Place {
  return { depth: Math.min(depth + 1, deepest), marker: '' };
}

function at(children: readonly ParagraphChild[], style: StyleId, { depth, marker }: Place): Paragraph {
  const marked = marker === '' ? children : [...runs(marker), ...children];
  return paragraphOf(style, marked, depth === 0 ? {} : { indent: { left: depth * indent } });
}

const monospaced: Look = { font: 'Courier New' };

function phrases(nodes: readonly PhrasingContent[], look: Look): readonly ParagraphChild[] {
  return nodes.flatMap((node) => phrase(node, look));
}

function phrase(node: PhrasingContent, look: Look): readonly ParagraphChild[] {
  switch (node.type) {
    case 'text':
    case 'html':
      return runs(node.value, look);
    case 'strong':
      return phrases(node.children, { ...look, bold: true });
    case 'emphasis':
      return phrases(node.children, { ...look, italics: true });
    case 'inlineCode':
      return runs(node.value, { ...look, ...monospaced });
    case 'break':
      return runs('\n', look);
    case 'link':
      return [...phrases(node.children, look), ...runs(node.url === '' ? '' : ` (${node.url})`, look)];
    case 'linkReference':
      return phrases(node.children, look);
    default:
      return [];
  }
}
