import Markdown from 'react-markdown';

/**
 * A note's Markdown as React elements. Raw HTML stays text, images are dropped (they would be fetched) and a link is shown
 * as its words with the address behind it: nothing in this app opens an address.
 */
export function NoteText({ markdown }: { readonly markdown: string }) {
  return (
    <div className="note-text">
      <Markdown
        disallowedElements={['img']}
        components={{
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
        }}
      >
        {markdown}
      </Markdown>
    </div>
  );
}
