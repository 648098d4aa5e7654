import type { TextKey } from '../domain/strings/index.ts';

type Shortcut = { readonly label: TextKey; readonly keys: readonly string[] };

/** Every key the window knows, as the help shows them. */
export const shortcuts: readonly Shortcut[] = [
  { label: 'key.search', keys: ['Ctrl', 'K'] },
  { label: 'key.walkHits', keys: ['↑', '↓', 'Enter'] },
  { label: 'nav.library', keys: ['Ctrl', '1'] },
  { label: 'nav.notes', keys: ['Ctrl', '2'] },
  { label: 'nav.bookmarks', keys: ['Ctrl', '3'] },
  { label: 'key.history', keys: ['Alt', '← →'] },
  { label: 'key.paragraph', keys: ['Alt', '↑ ↓'] },
  { label: 'key.mark', keys: ['1 … 6'] },
  { label: 'key.underline', keys: ['U'] },
  { label: 'key.note', keys: ['N'] },
  { label: 'key.bookmark', keys: ['B'] },
  { label: 'key.saveNote', keys: ['Ctrl', 'Enter'] },
  { label: 'menu.undo', keys: ['Ctrl', 'Z'] },
  { label: 'menu.redo', keys: ['Ctrl', 'Shift', 'Z'] },
  { label: 'menu.toggleScript', keys: ['Ctrl', 'T'] },
  { label: 'menu.toggleTheme', keys: ['Ctrl', 'Shift', 'L'] },
  { label: 'key.textSize', keys: ['Ctrl', '+ − 0'] },
  { label: 'menu.toggleLeftPanel', keys: ['Ctrl', 'B'] },
  { label: 'menu.toggleRightPanel', keys: ['Ctrl', 'Alt', 'B'] },
  { label: 'menu.exportNotes', keys: ['Ctrl', 'E'] },
  { label: 'key.help', keys: ['?'] },
];
