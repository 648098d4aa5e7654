import type { Element, ElementContent, Nodes, Root } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { toHast } from 'mdast-util-to-hast';

/** Headings of a note stand below those of the page, as in the app. */
const lowered: Readonly<Record<string, string>> = { h1: 'h4', h2: 'h5', h3: 'h6', h4: 'h6', h5: 'h6' };

/**
 * A note's Markdown as HTML by the rules the app shows it with (`renderer/ui/note-text.tsx`) and the same parser: raw
 * HTML stays text, images are dropped, a link is its words with the address behind it. Nothing in it loads or opens.
 */
export function noteAsHtml(markdown: string): string {
  const tree = toHast(fromMarkdown(markdown), { allowDangerousHtml: true });
  return toHtml(harmless(tree));
}

function harmless(tree: Nodes): Root {
  return { type: 'root', children: 'children' in tree ? tree.children.flatMap(harmlessNode) : [] };
}

function harmlessNode(node: Nodes): ElementContent[] {
  switch (node.type) {
    case 'text':
      return [node];
    case 'raw':
      return [{ type: 'text', value: node.value }];
    case 'element':
      return harmlessElement(node);
    default:
      return [];
  }
}

function harmlessElement(element: Element): ElementContent[] {
  const { tagName, properties } = element;
  if (tagName === 'img') return [];
  const children = element.children.flatMap(harmlessNode);
  if (tagName === 'a') {
    const address = typeof properties.href === 'string' ? properties.href : '';
    return address === '' ? children : [...children, { type: 'text', value: ` (${address})` }];
  }
  const start = typeof properties.start === 'number' ? { start: properties.start } : {};
  return [{ type: 'element', tagName: lowered[tagName] ?? tagName, properties: start, children }];
}
