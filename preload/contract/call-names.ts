/** The names of all calls. The bridge exposes exactly these and knows nothing else. */
export const callNames = [
  'app.bootstrap',
  'app.about',
  'library.readDocument',
  'library.readDetails',
  'library.readOriginal',
  'library.readFacts',
  'library.readBodies',
  'editions.read',
  'annotations.list',
  'annotations.apply',
  'bookmarks.list',
  'bookmarks.apply',
  'folders.apply',
  'shelves.apply',
  'positions.save',
  'settings.save',
  'userData.startAfresh',
  'export.markdown',
  'export.facts',
  'export.search',
  'print.document',
  'print.job',
  'print.ready',
] as const;
export type CallName = (typeof callNames)[number];

/** What the menu and the second instance ask the window to do. */
export const commands = [
  'go-library',
  'go-search',
  'go-notes',
  'go-bookmarks',
  'go-facts',
  'go-back',
  'go-forward',
  'export-notes',
  'print',
  'undo',
  'redo',
  'toggle-left-panel',
  'toggle-right-panel',
  'toggle-theme',
  'toggle-script',
  'show-beside',
  'other-pane',
  'check-conversion',
  'copy-citation',
  'find',
  'find-next',
  'find-previous',
  'add-bookmark',
  'text-larger',
  'text-smaller',
  'text-reset',
  'show-settings',
  'show-shortcuts',
  'show-about',
] as const;
export type Command = (typeof commands)[number];

/** The one channel on which main speaks first. */
export const commandChannel = 'menu.command';
