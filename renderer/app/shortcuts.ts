import type { Command } from '../../preload/contract/index.ts';
import { accelerators, keyLabels } from '../domain/commands/index.ts';
import type { TextKey } from '../domain/strings/index.ts';
import { onMac } from '../platform/on-mac.ts';

type Shortcut = {
  readonly label: TextKey;
  readonly keys: readonly string[];
  /** Those of the keys that are a letter, a digit or a mark alone, which can be switched off. */
  readonly bare?: readonly string[];
};

const of = (label: TextKey, command: Command): Shortcut => ({
  label,
  keys: keyLabels(accelerators[command] ?? '', onMac),
});

const shortcuts: readonly Shortcut[] = [
  of('key.search', 'go-search'),
  { label: 'key.walkHits', keys: ['↑', '↓', 'Enter'] },
  { label: 'search.walkKeys', keys: ['F3', onMac ? '⇧ F3' : 'Shift F3'] },
  of('nav.library', 'go-library'),
  of('nav.notes', 'go-notes'),
  of('nav.bookmarks', 'go-bookmarks'),
  of('nav.facts', 'go-facts'),
  of('nav.back', 'go-back'),
  of('nav.forward', 'go-forward'),
  of('citation.copy', 'copy-citation'),
  of('menu.find', 'find'),
  of('menu.findNext', 'find-next'),
  of('menu.findPrevious', 'find-previous'),
  { label: 'key.paragraph', keys: [onMac ? '⌥' : 'Alt', '↑ ↓'] },
  { label: 'key.sentence', keys: [], bare: ['S'] },
  { label: 'key.sentenceBack', keys: [], bare: [onMac ? '⇧' : 'Shift', 'S'] },
  { label: 'key.extendSentence', keys: [onMac ? '⇧' : 'Shift', onMac ? '⌥' : 'Alt', '← →'] },
  { label: 'key.extendParagraph', keys: [onMac ? '⇧' : 'Shift', onMac ? '⌥' : 'Alt', '↑ ↓'] },
  { label: 'key.extendCharacter', keys: [onMac ? '⇧' : 'Shift', '← → ↑ ↓'] },
  { label: 'key.mark', keys: [], bare: ['1 … 6'] },
  { label: 'key.underline', keys: [], bare: ['U'] },
  { label: 'key.note', keys: [], bare: ['N'] },
  { label: 'key.noteParagraph', keys: [], bare: [onMac ? '⇧' : 'Shift', 'N'] },
  { label: 'key.nextNote', keys: [], bare: ['M'] },
  { label: 'key.previousNote', keys: [], bare: [onMac ? '⇧' : 'Shift', 'M'] },
  { label: 'key.bookmark', keys: [], bare: ['B'] },
  of('menu.addBookmark', 'add-bookmark'),
  { label: 'key.saveNote', keys: [onMac ? '⌘' : 'Ctrl', 'Enter'] },
  of('menu.undo', 'undo'),
  of('menu.redo', 'redo'),
  of('menu.toggleScript', 'toggle-script'),
  of('conversion.open', 'check-conversion'),
  { label: 'key.originalWords', keys: [], bare: ['O'] },
  of('panes.menu', 'show-beside'),
  of('panes.otherPane', 'other-pane'),
  { label: 'panes.openBeside', keys: [onMac ? '⌥' : 'Alt', 'Enter'] },
  of('menu.toggleTheme', 'toggle-theme'),
  of('menu.textLarger', 'text-larger'),
  of('menu.textSmaller', 'text-smaller'),
  of('menu.textReset', 'text-reset'),
  of('menu.toggleLeftPanel', 'toggle-left-panel'),
  of('menu.toggleRightPanel', 'toggle-right-panel'),
  of('menu.exportNotes', 'export-notes'),
  of('menu.print', 'print'),
  of('settings.title', 'show-settings'),
  { label: 'key.help', keys: keyLabels(accelerators['show-shortcuts'] ?? '', onMac), bare: ['?'] },
];

/** Every key the window knows and listens to, as the help shows them. */
export function shortcutsOf(bareKeys: boolean): readonly Omit<Shortcut, 'bare'>[] {
  return shortcuts.map(({ label, keys, bare = [] }) => ({
    label,
    // Where they are switched off, those that have no other key work with Alt (see marking-keys.ts).
    keys: bareKeys ? [...bare, ...keys] : keys.length > 0 ? keys : [onMac ? '⌥' : 'Alt', ...bare],
  }));
}
