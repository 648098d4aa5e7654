import { type BrowserWindow, Menu, type MenuItemConstructorOptions } from 'electron';
import { type Command, commandChannel, type Language } from '../../preload/contract/index.ts';
import { accelerators } from '../../renderer/domain/commands/index.ts';
import { translatorOf } from '../../renderer/domain/strings/index.ts';

/** Keeps Electron from making its own menu at start, in English and for nothing. Call before the app is ready. */
export function dropDefaultMenu(): void {
  Menu.setApplicationMenu(null);
}

/** Sets the application's menu in the given language. Items of ours only send a command to the window. */
export function setMenu(window: BrowserWindow, language: Language, developer: boolean): void {
  const t = translatorOf(language);
  const item = (command: Command, label: string): MenuItemConstructorOptions => {
    const accelerator = accelerators[command];
    return {
      id: command,
      label,
      // Shown, not registered: the window handles the keys, since a text field has an undo of its own.
      ...(accelerator === undefined ? {} : { accelerator, registerAccelerator: false }),
      click: () => window.webContents.send(commandChannel, command),
    };
  };
  const separator: MenuItemConstructorOptions = { type: 'separator' };
  const template: MenuItemConstructorOptions[] = [
    {
      label: t('menu.file'),
      submenu: [
        item('export-notes', t('menu.exportNotes')),
        item('print', t('menu.print')),
        separator,
        item('show-settings', t('menu.settings')),
        separator,
        { role: 'quit', label: t('menu.quit') },
      ],
    },
    {
      label: t('menu.edit'),
      submenu: [
        item('undo', t('menu.undo')),
        item('redo', t('menu.redo')),
        separator,
        { role: 'cut', label: t('menu.cut') },
        { role: 'copy', label: t('menu.copy') },
        item('copy-citation', t('citation.copy')),
        { role: 'paste', label: t('menu.paste') },
        { role: 'selectAll', label: t('menu.selectAll') },
        separator,
        item('find', t('menu.find')),
        item('find-next', t('menu.findNext')),
        item('find-previous', t('menu.findPrevious')),
      ],
    },
    {
      label: t('menu.go'),
      submenu: [
        item('go-library', t('nav.library')),
        item('go-search', t('nav.search')),
        item('go-notes', t('nav.notes')),
        item('go-bookmarks', t('nav.bookmarks')),
        item('go-facts', t('nav.facts')),
        separator,
        item('go-back', t('nav.back')),
        item('go-forward', t('nav.forward')),
        separator,
        item('add-bookmark', t('menu.addBookmark')),
      ],
    },
    {
      label: t('menu.view'),
      submenu: [
        item('toggle-script', t('menu.toggleScript')),
        item('show-beside', t('panes.menu')),
        item('other-pane', t('panes.otherPane')),
        item('check-conversion', t('conversion.open')),
        item('toggle-theme', t('menu.toggleTheme')),
        separator,
        item('text-larger', t('menu.textLarger')),
        item('text-smaller', t('menu.textSmaller')),
        item('text-reset', t('menu.textReset')),
        separator,
        item('toggle-left-panel', t('menu.toggleLeftPanel')),
        item('toggle-right-panel', t('menu.toggleRightPanel')),
        separator,
        { role: 'togglefullscreen', label: t('menu.fullScreen') },
        ...(developer ? [{ role: 'toggleDevTools', label: t('menu.developerTools') } as const] : []),
      ],
    },
    {
      role: 'help',
      label: t('menu.help'),
      submenu: [item('show-shortcuts', t('menu.shortcuts')), item('show-about', t('menu.about'))],
    },
  ];
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
}
