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
