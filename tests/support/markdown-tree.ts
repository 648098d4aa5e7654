import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import Markdown from 'react-markdown';

/** A node of a Markdown document as a reader of Markdown understands it. */
export type MarkdownNode = {
  readonly type: string;
  readonly depth?: number;
  readonly value?: string;
  readonly children?: readonly MarkdownNode[];
};

/** The blocks of a Markdown text, by the CommonMark parser the app itself shows notes with. */
export function markdownBlocks(text: string): readonly MarkdownNode[] {
  const seen: MarkdownNode[] = [];
  const keep = () => (tree: MarkdownNode) => {
    seen.push(...(tree.children ?? []));
  };
  renderToStaticMarkup(createElement(Markdown, { remarkPlugins: [keep] }, text));
  return seen;
}

/** What a reader sees of a node; a hard line break counts as a line feed. */
export function visibleText({ type, value, children = [] }: MarkdownNode): string {
  if (type === 'break') return '\n';
  return value ?? children.map(visibleText).join('');
}

/** The types of all nodes in it, so that a test can say that nothing but plain text came out. */
export function typesIn(node: MarkdownNode): ReadonlySet<string> {
  return new Set([node.type, ...(node.children ?? []).flatMap((child) => [...typesIn(child)])]);
}
