import { Search } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useNavigation } from '../platform/navigation.ts';
import { useText } from '../settings/index.ts';
import { useSearch } from './search-store.ts';

/** Event by which a menu or a key asks for the search box. */
const focusEvent = 'reader:focus-search';

/** Puts the cursor into the search box, its words selected. */
export function focusSearch(): void {
  window.dispatchEvent(new Event(focusEvent));
}

/** The one search box, in the top bar of every view. Typing shows the results at once. */
export function SearchBox() {
  const t = useText();
  const field = useRef<HTMLInputElement>(null);
  const query = useSearch((state) => state.query);
  const search = useSearch((state) => state.search);
  const route = useNavigation((state) => state.route);
  const routed = route.view === 'search' ? route.query : null;
  // Coming back to a search by the history brings its words back.
  useEffect(() => {
    if (routed !== null && routed !== useSearch.getState().query) search(routed);
  }, [routed, search]);
  useEffect(() => {
    const focus = (): void => {
      field.current?.focus();
      field.current?.select();
    };
    window.addEventListener(focusEvent, focus);
    return () => window.removeEventListener(focusEvent, focus);
  }, []);
  const show = (typed: string): void => {
    const { go, replace, route: present } = useNavigation.getState();
    const next = { view: 'search', query: typed.slice(0, 10_000) } as const;
    if (present.view === 'search') replace(next);
    else go(next);
    search(typed);
  };
  return (
    <search className="search-box">
      <Search size={16} strokeWidth={1.75} aria-hidden="true" />
      <input
        ref={field}
        type="search"
        value={query}
        placeholder={t('search.placeholder')}
        aria-label={t('search.placeholder')}
        aria-keyshortcuts="Control+K Meta+K"
        spellCheck={false}
        onChange={(event) => show(event.target.value)}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          if (event.key === 'Enter') show(query);
          else if (event.key === 'ArrowDown') document.querySelector<HTMLElement>('[data-hit]')?.focus();
          else if (event.key === 'Escape') event.currentTarget.blur();
          else return;
          event.preventDefault();
        }}
      />
      <kbd>{navigator.userAgent.includes('Mac') ? '⌘K' : 'Ctrl K'}</kbd>
    </search>
  );
}
