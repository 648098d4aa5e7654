import { useEffect } from 'react';
import type { Command, Settings } from '../../preload/contract/index.ts';
import { fontSizes } from '../../preload/contract/vocabulary.ts';
import { useBookmarks } from '../bookmarks/index.ts';
import { commandOfKeys } from '../domain/commands/index.ts';
import { exportNotes } from '../export/index.ts';
import { useLibrary } from '../library/index.ts';
import { activeDocumentId, useNavigation } from '../platform/navigation.ts';
import { onMac } from '../platform/on-mac.ts';
import { onCommand } from '../platform/reader.ts';
import { type Step, useHistory } from '../platform/undo.ts';
import {
  askFind,
  copyCitation,
  focusOtherPane,
  isFinding,
  isTyping,
  toggleBesideMenu,
  usePositions,
} from '../reading/index.ts';
import { scriptViewOf } from '../script/index.ts';
import { walkOn } from '../search/index.ts';
import {
  bareKeysOn,
  changeTypography,
  closeOverlays,
  reportProblem,
  text,
  togglePanel,
  useSettings,
} from '../settings/index.ts';
import { focusView } from '../ui/focus.ts';
import { useNotices } from '../ui/notices.ts';
import { useDialogs } from './dialogs-store.ts';
import { goSearch } from './side-bar.tsx';
import { toggleTheme } from './theme.ts';

/** Listens to the native menu and to the keys that it does not hold. */
export function useCommands(): void {
  useEffect(() => onCommand(run), []);
  useEffect(() => {
    const keys = (event: KeyboardEvent): void => {
      const command = commandOf(event);
      if (command === null) return;
      event.preventDefault();
      run(command);
    };
    window.addEventListener('keydown', keys);
    // On its way down: the panel's tabs let no Escape come up again.
    window.addEventListener('keydown', leaveSides, true);
    return () => {
      window.removeEventListener('keydown', keys);
      window.removeEventListener('keydown', leaveSides, true);
    };
  }, []);
}

/** Escape closes the sides that lie over a narrow window; a focus that was in one goes to the view. */
function leaveSides({ key, isComposing, target }: KeyboardEvent): void {
  if (key !== 'Escape' || isComposing || !(target instanceof Element)) return;
  // A note being written and a dialog have an Escape of their own.
  if (target.closest('form, [role=dialog]') !== null || !closeOverlays()) return;
  if (target.matches('.side-bar *, .panel *')) focusView();
}

function commandOf(event: KeyboardEvent): Command | null {
  if (event.key === '?' && bareKeysOn() && !isTyping(event.target)) return 'show-shortcuts';
  const command = commandOfKeys(event, onMac);
  // A text field takes back its own typing.
  if ((command === 'undo' || command === 'redo') && isTyping(event.target)) return null;
  return command;
}

type Act = () => void;

/** What each command does; the route and the settings are read when it is given. */
const acts: Readonly<Record<Command, Act>> = {
  'go-back': () => useNavigation.getState().back(),
  'go-forward': () => useNavigation.getState().forward(),
  'go-library': () => useNavigation.getState().go({ view: 'library' }),
  'go-search': goSearch,
  'go-notes': () => useNavigation.getState().go({ view: 'notes' }),
  'go-bookmarks': () => useNavigation.getState().go({ view: 'bookmarks' }),
  'go-facts': () => useNavigation.getState().go({ view: 'facts' }),
  print: () => {
    if (useNavigation.getState().route.view === 'reader') useDialogs.getState().show('print');
  },
  'export-notes': () => void exportNotes(activeDocumentId()),
  undo: () => void takeBack('undo'),
  redo: () => void takeBack('redo'),
  'toggle-left-panel': () => togglePanel('left'),
  'toggle-right-panel': () => togglePanel('right'),
  'toggle-theme': toggleTheme,
  'toggle-script': () => {
    const document = useLibrary.getState().documents.find(({ id }) => id === activeDocumentId());
    if (document === undefined) return;
    change(({ scriptViews }) => {
      const view = scriptViewOf(document, scriptViews) === 'original' ? 'converted' : 'original';
      return { scriptViews: { ...scriptViews, [document.id]: view } };
    });
  },
  'show-beside': () => {
    if (useNavigation.getState().route.view === 'reader') toggleBesideMenu();
  },
  'other-pane': focusOtherPane,
  'check-conversion': () => {
    const documentId = activeDocumentId();
    if (documentId !== null) useNavigation.getState().go({ view: 'conversion', documentId });
  },
  'copy-citation': copyCitation,
  // Where no document is open, what can be searched is the library.
  find: () => {
    if (!askFind('open')) goSearch();
  },
  // From a hit of the search on to the next one in the library, unless words are being found in this document.
  'find-next': () => void ((!isFinding() && walkOn(1)) || askFind('next')),
  'find-previous': () => void ((!isFinding() && walkOn(-1)) || askFind('previous')),
  'add-bookmark': () => {
    const id = activeDocumentId();
    const left = id === null ? undefined : usePositions.getState().positions.get(id);
    if (left === undefined) return;
    // In a compilation it is the document that the paragraph stands in; a place of another edition is none of this one.
    const content = useLibrary.getState().contents.get(left.anchor?.documentId ?? left.documentId);
    if (content !== undefined && (left.anchor?.editionHash ?? '') === content.document.editionHash)
      void useBookmarks.getState().toggle(content, left.place.blockId);
  },
  'text-larger': () => resize((size) => Math.min(size + fontSizes.step, fontSizes.largest)),
  'text-smaller': () => resize((size) => Math.max(size - fontSizes.step, fontSizes.smallest)),
  'text-reset': () => resize(() => fontSizes.usual),
  'show-settings': () => useDialogs.getState().show('settings'),
  'show-shortcuts': () => useDialogs.getState().show('shortcuts'),
  'show-about': () => useDialogs.getState().show('about'),
};

function run(command: Command): void {
  acts[command]();
}

function resize(size: (old: number) => number): void {
  changeTypography(activeDocumentId(), (old) => ({ ...old, fontSize: size(old.fontSize) }));
}

function change(patch: (settings: Settings) => Partial<Settings>): void {
  const { settings, change: keep } = useSettings.getState();
  keep(patch(settings));
}

/** What was taken back or made again, in words. */
function toldOf({ told }: Step, direction: 'undo' | 'redo'): string {
  const t = text();
  if (told === undefined) return t(direction === 'undo' ? 'undo.undone' : 'undo.redone');
  const { what: key, count = 1 } = told;
  const what = count === 1 ? t(key) : t('undo.many', { what: t(key), count });
  return t(direction === 'undo' ? 'undo.undoneWhat' : 'undo.redoneWhat', { what });
}

async function takeBack(direction: 'undo' | 'redo'): Promise<void> {
  const t = text();
  try {
    const step = await useHistory.getState()[direction]();
    step?.told?.goThere?.();
    useNotices
      .getState()
      .show({ tone: 'plain', text: step === null ? t('undo.nothing') : toldOf(step, direction) });
  } catch (error) {
    reportProblem('problem.noteNotSaved', error);
  }
}
