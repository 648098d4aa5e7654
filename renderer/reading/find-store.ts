import { create } from 'zustand';
import { useNavigation } from '../platform/navigation.ts';
import { type PaneId, usePanes } from '../platform/panes.ts';

/** What the user asked of the bar last; it is a new object each time, also when the same is asked again. */
type FindRequest = { readonly kind: 'open' | 'next' | 'previous' };

type FindStore = {
  readonly open: boolean;
  /** The pane that the bar stands in. */
  readonly pane: PaneId;
  /** Kept when the bar is closed, for the next time. */
  readonly query: string;
  readonly request: FindRequest;
  /** What had the focus when the bar was opened; it gets it back where nothing was found. */
  readonly opener: HTMLElement | null;
};

/** The bar that finds words in the open document. */
export const useFind = create<FindStore>(() => ({
  open: false,
  pane: 'first',
  query: '',
  request: { kind: 'open' },
  opener: null,
}));

/** Whether the bar is open over the document being read. */
export function isFinding(): boolean {
  return useFind.getState().open;
}

/** Words of a selection beyond this are no query; what is found never runs over two lines anyway. */
const longestTakenOver = 200;

/**
 * Opens the bar over the open document, with the selected words if there are any, or goes on from the bar that is
 * open. Says whether a document is open that could be searched.
 */
export function askFind(kind: FindRequest['kind']): boolean {
  if (useNavigation.getState().route.view !== 'reader') return false;
  const { open, opener } = useFind.getState();
  const taken = kind === 'open' ? selectedWords() : '';
  const active = document.activeElement;
  useFind.setState({
    open: true,
    pane: usePanes.getState().active,
    request: { kind },
    opener: open ? opener : active instanceof HTMLElement ? active : null,
    ...(taken === '' ? {} : { query: taken }),
  });
  return true;
}

function selectedWords(): string {
  const selection = document.getSelection();
  if (selection === null || selection.isCollapsed) return '';
  if (selection.anchorNode?.parentElement?.closest('.sheet') == null) return '';
  const [line = ''] = selection.toString().trim().split('\n');
  return line.length > longestTakenOver ? '' : line;
}
