import type { Searched } from '../../preload/contract/index.ts';
import { maximumKeptQuery, maximumSearchHistory } from '../../preload/contract/vocabulary.ts';
import { text, useSettings } from '../settings/index.ts';
import { useNotices } from '../ui/notices.ts';

/** Keeps what was searched for as the newest of the list, unless the user wants none kept. */
export function remember(query: string, exact: boolean): void {
  const { settings, change } = useSettings.getState();
  const trimmed = query.trim();
  if (!settings.keepSearchHistory || trimmed === '' || trimmed.length > maximumKeptQuery) return;
  const [first] = settings.searchHistory;
  if (first?.query === trimmed && first.exact === exact) return;
  const others = settings.searchHistory.filter((other) => other.query !== trimmed || other.exact !== exact);
  change({ searchHistory: [{ query: trimmed, exact }, ...others].slice(0, maximumSearchHistory) });
}

export function forget(searched: Searched): void {
  const { settings, change } = useSettings.getState();
  change({ searchHistory: settings.searchHistory.filter((other) => other !== searched) });
}

/** Empties the list; a notice offers to take that back. */
export function clearHistory(): void {
  const before = useSettings.getState().settings.searchHistory;
  useSettings.getState().change({ searchHistory: [] });
  offerUndo(text()('search.historyCleared'), () => useSettings.getState().change({ searchHistory: before }));
}

/** Says what was done to what is kept of searches, with a way back. */
export function offerUndo(what: string, undo: () => void): void {
  useNotices
    .getState()
    .show({ tone: 'plain', text: what, action: { label: text()('undo.undo'), run: undo } });
}
