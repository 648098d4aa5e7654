import type { ReactElement } from 'react';
import Markdown from 'react-markdown';

// A list of notes is drawn anew with every key of its filter, and reading Markdown is most of what that costs.
const known = new Map<string, ReactElement>();
const mostKnown = 2000;

/**
 * A note's Markdown as React elements. Raw HTML stays text, images are dropped (they would be fetched) and a link is shown
 * as its words with the address behind it: nothing in this app opens an address.
 */
export function NoteText({ markdown }: { readonly markdown: string }) {
  let elements = known.get(markdown);
  if (elements === undefined) {
    if (known.size >= mostKnown) known.clear();
    elements = elementsOf(markdown);
    known.set(markdown, elements);
  }
  return <div className="note-text">{elements}</div>;
}

// Called, not drawn as a component, so that what it gives can be kept; it has no state of its own.
function elementsOf(markdown: string): ReactElement {
  return Markdown({
    children: markdown,
    disallowedElements: ['img'],
    components: {
      // Below the view's own headings: a note is never the page's title.
      h1: 'h3',
      h2: 'h4',
      h3: 'h5',
      h4: 'h6',
      h5: 'h6',
      a: ({ href, children }) => (
        <span>
          {children}
          {href === undefined || href === '' ? '' : ` (${href})`}
        </span>
      ),
    },
  });
}
