import { Search } from 'lucide-react';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import type { Suggestion } from '../domain/search/index.ts';
import { useNavigation } from '../platform/navigation.ts';
import { useSettings, useText } from '../settings/index.ts';
import { askSearch } from './search-client.ts';
import { remember } from './search-history.ts';
import { showResults, useSearch } from './search-store.ts';

/** Event by which a menu or a key asks for the search box. */
const focusEvent = 'reader:focus-search';

/** Puts the cursor into the search box, its words selected. */
export function focusSearch(): void {
  window.dispatchEvent(new Event(focusEvent));
}

// A combobox by hand: the one of react-aria hides all else from screen readers while its list is open, but here the
// results, which change with every key, are what one types for.
/** The one search box, in the top bar of every view. Typing shows the results at once, and suggestions below. */
export function SearchBox() {
  const t = useText();
  const field = useRef<HTMLInputElement>(null);
  const list = useId();
  const query = useSearch((state) => state.query);
  const exact = useSearch((state) => state.exact);
  const search = useSearch((state) => state.search);
  const route = useNavigation((state) => state.route);
  const { suggestions, at, ask, move, close } = useSuggestions();
  // Coming back to a search by the history brings its words back.
  useEffect(() => {
    if (route.view !== 'search') return;
    const present = useSearch.getState();
    const isExact = route.exact ?? false;
    if (route.query !== present.query.slice(0, 10_000) || isExact !== present.exact) {
      search(route.query, isExact);
    }
  }, [route, search]);
  useEffect(() => {
    const focus = (): void => {
      field.current?.focus();
      field.current?.select();
    };
    window.addEventListener(focusEvent, focus);
    return () => window.removeEventListener(focusEvent, focus);
  }, []);
  // What is being composed by an input method is not yet what is looked for.
  const [composed, setComposed] = useState<string | null>(null);
  const chosen = at === null ? undefined : suggestions[at];
  const choose = (suggestion: Suggestion): void => {
    showResults(suggestion.query, exact, 'typed');
    // The name of a field asks for its value next.
    if (suggestion.kind === 'field') ask(suggestion.query);
    else {
      close();
      remember(suggestion.query, exact);
    }
    field.current?.focus();
  };
  const type = (typed: string): void => {
    showResults(typed, exact, 'typed');
    // What was searched for before stands on the page itself while the box is empty.
    if (typed.trim() === '') close();
    else ask(typed);
  };
  const keys = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.nativeEvent.isComposing) return;
    const isOpen = suggestions.length > 0;
    if (event.key === 'Enter') {
      if (chosen !== undefined) choose(chosen);
      else {
        close();
        showResults(query, exact, 'typed');
        remember(query, exact);
      }
    } else if (event.key === 'ArrowDown' && event.altKey) ask(query);
    else if (event.key === 'ArrowDown' && isOpen) move(1);
    else if (event.key === 'ArrowUp' && isOpen) move(-1);
    else if (event.key === 'ArrowDown') focusFirst();
    else if (event.key === 'Escape' && isOpen) close();
    else if (event.key === 'Escape') event.currentTarget.blur();
    else return;
    event.preventDefault();
  };
  return (
    <search className="search-box">
      <Search size={16} strokeWidth={1.75} aria-hidden="true" />
      <input
        ref={field}
        type="text"
        role="combobox"
        enterKeyHint="search"
        value={composed ?? query}
        placeholder={t('search.placeholder')}
        aria-label={t('search.placeholder')}
        aria-keyshortcuts="Control+K Meta+K"
        aria-autocomplete="list"
        aria-expanded={suggestions.length > 0}
        aria-controls={list}
        aria-activedescendant={at === null ? undefined : `${list}-${at}`}
        autoComplete="off"
        spellCheck={false}
        onChange={({ target, nativeEvent }) => {
          if ((nativeEvent as InputEvent).isComposing) setComposed(target.value);
          else type(target.value);
        }}
        onCompositionEnd={({ currentTarget }) => {
          setComposed(null);
          type(currentTarget.value);
        }}
        onKeyDown={keys}
        onBlur={close}
      />
      <kbd>{navigator.userAgent.includes('Mac') ? '⌘K' : 'Ctrl K'}</kbd>
      <div
        id={list}
        role="listbox"
        className="suggestions"
        aria-label={t('search.suggestions')}
        hidden={suggestions.length === 0}
      >
        {suggestions.map((suggestion, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the box, which keeps the focus
          // biome-ignore lint/a11y/useFocusableInteractive: the box keeps the focus and names the active one
          <div
            key={`${suggestion.kind} ${suggestion.query}`}
            id={`${list}-${index}`}
            role="option"
            className="suggestion"
            aria-selected={index === at}
            // The box must not lose the focus before the click is one.
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => choose(suggestion)}
          >
            <span className="suggestion-text">{suggestion.text}</span>
            <span className="suggestion-kind">{t(`search.suggest.${suggestion.kind}`)}</span>
          </div>
        ))}
      </div>
      <span className="visually-hidden" role="status">
        {suggestions.length === 0 ? '' : t('search.suggestionCount', { count: suggestions.length })}
      </span>
    </search>
  );
}

/** Goes to the first result, or to what the empty view offers. */
function focusFirst(): void {
  document.querySelector<HTMLElement>('[data-hit], [data-start]')?.focus();
}

/** The suggestions for what is typed; those for former words are dropped. */
function useSuggestions() {
  const [shown, setShown] = useState<{
    readonly suggestions: readonly Suggestion[];
    readonly at: number | null;
  }>({ suggestions: [], at: null });
  const newest = useRef(0);
  const ask = (typed: string): void => {
    newest.current += 1;
    const id = newest.current;
    const { language, searchHistory } = useSettings.getState().settings;
    const recent = searchHistory.map((searched) => searched.query);
    askSearch({ kind: 'suggest', typed, recent, language }).then(
      (suggestions) => {
        if (id === newest.current) setShown({ suggestions, at: null });
      },
      // Without a search nothing is suggested either; the view says what is wrong.
      () => undefined,
    );
  };
  const close = (): void => {
    newest.current += 1;
    setShown({ suggestions: [], at: null });
  };
  /** To the next or the previous one; between the last and the first is what was typed. */
  const move = (by: 1 | -1): void =>
    setShown(({ suggestions, at }) => {
      const places = suggestions.length + 1;
      const next = ((at ?? suggestions.length) + by + places) % places;
      return { suggestions, at: next === suggestions.length ? null : next };
    });
  return { ...shown, ask, close, move };
}
