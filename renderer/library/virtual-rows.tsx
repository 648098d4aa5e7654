import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { type RefObject, useLayoutEffect, useRef, useState } from 'react';
import { type Row, sortColumns } from '../domain/library/index.ts';
import { DocumentRow } from './document-row.tsx';
import { focusRow, type ReachRow } from './focus-row.ts';

type Props = { readonly rows: readonly Row[]; readonly reach: RefObject<ReachRow | null> };

const usualHeight = 66;

/** The rows near the window; empty rows above and below stand for the others. */
export function VirtualRows({ rows, reach }: Props) {
  const body = useRef<HTMLTableSectionElement>(null);
  const [top, setTop] = useState(0);
  // The row with the focus stays in the page, or scrolling would lose the focus.
  const [focused, setFocused] = useState<number | null>(null);
  const virtualizer = useVirtualizer<HTMLElement, HTMLTableRowElement>({
    count: rows.length,
    getScrollElement: () => body.current?.closest('main') ?? null,
    getItemKey: (index) => rows[index]?.entry.document.id ?? index,
    estimateSize: () => usualHeight,
    overscan: 10,
    scrollMargin: top,
    // Below the head of the table, which stays at the top.
    scrollPaddingStart: 48,
    rangeExtractor: (range) => {
      const shown = defaultRangeExtractor(range);
      if (focused === null || focused >= rows.length || shown.includes(focused)) return shown;
      return [...shown, focused].sort((a, b) => a - b);
    },
  });
  useLayoutEffect(() => {
    const main = body.current?.closest('main');
    if (!main || body.current === null) return;
    const place =
      body.current.getBoundingClientRect().top - main.getBoundingClientRect().top + main.scrollTop;
    setTop(Math.round(place));
  }, []);
  useLayoutEffect(() => {
    reach.current = (index) => {
      setFocused(index);
      if (focusRow(body.current, index)) return;
      virtualizer.scrollToIndex(index, { align: 'auto' });
      requestAnimationFrame(() => focusRow(body.current, index));
    };
  });
  const items = virtualizer.getVirtualItems();
  const rest = virtualizer.getTotalSize() + top - (items.at(-1)?.end ?? top);
  let above = top;
  return (
    <tbody
      ref={body}
      onFocus={({ target }) => {
        const index = target.closest<HTMLElement>('tr')?.dataset.index;
        setFocused(index === undefined ? null : Number(index));
      }}
      onBlur={() => setFocused(null)}
    >
      {items.flatMap(({ index, key, start, end }) => {
        const row = rows[index];
        if (row === undefined) return [];
        const gap = start - above;
        above = end;
        return [
          ...(gap > 0 ? [<Gap key={`before ${key}`} height={gap} />] : []),
          <DocumentRow key={key} ref={virtualizer.measureElement} row={row} index={index} counted />,
        ];
      })}
      {rest > 0 && <Gap key="rest" height={rest} />}
    </tbody>
  );
}

function Gap({ height }: { readonly height: number }) {
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing in it can have the focus
    <tr aria-hidden="true" className="library-gap">
      <td colSpan={sortColumns.length + 1} style={{ height }} />
    </tr>
  );
}
