import { type BrowserWindow, Menu, type MenuItemConstructorOptions } from 'electron';
import { type Command, commandChannel, type Language } from '../../preload/contract/index.ts';
import { translatorOf } from '../../renderer/domain/strings/index.ts';

/** Sets the application's menu in the given language. Items of ours only send a command to the window. */
export function setMenu(window: BrowserWindow, language: Language, developer: boolean): void {
  const t = translatorOf(language);
  const item = (command: Command, label: string, accelerator?: string): MenuItemConstructorOptions => ({
    id: command,
    label,
    ...(accelerator === undefined ? {} : { accelerator }),
    click: () => window.webContents.send(commandChannel, command),
  });
  const separator: MenuItemConstructorOptions = { type: 'separator' };
  const template: MenuItemConstructorOptions[] = [
    {
      label: t('menu.file'),
      submenu: [
        item('export-notes', t('menu.exportNotes'), 'CmdOrCtrl+E'),
        separator,
        { role: 'quit', label: t('menu.quit') },
      ],
    },
    {
      label: t('menu.edit'),
      submenu: [
        // Shown, not registered: the page handles the keys, since a text field has an undo of its own.
        { ...item('undo', t('menu.undo'), 'CmdOrCtrl+Z'), registerAccelerator: false },
        { ...item('redo', t('menu.redo'), 'CmdOrCtrl+Shift+Z'), registerAccelerator: false },
        separator,
        { role: 'cut', label: t('menu.cut') },
        { role: 'copy', label: t('menu.copy') },
        { role: 'paste', label: t('menu.paste') },
        { role: 'selectAll', label: t('menu.selectAll') },
      ],
    },
    {
      label: t('menu.go'),
      submenu: [
        item('go-library', t('nav.library'), 'CmdOrCtrl+1'),
        item('go-search', t('nav.search'), 'CmdOrCtrl+K'),
        item('go-notes', t('nav.notes'), 'CmdOrCtrl+2'),
        item('go-bookmarks', t('nav.bookmarks'), 'CmdOrCtrl+3'),
        separator,
        item('add-bookmark', t('menu.addBookmark'), 'CmdOrCtrl+D'),
      ],
    },
    {
      label: t('menu.view'),
      submenu: [
        item('toggle-script', t('menu.toggleScript'), 'CmdOrCtrl+T'),
        item('toggle-theme', t('menu.toggleTheme'), 'CmdOrCtrl+Shift+L'),
        separator,
        item('text-larger', t('menu.textLarger'), 'CmdOrCtrl+Plus'),
        item('text-smaller', t('menu.textSmaller'), 'CmdOrCtrl+-'),
        item('text-reset', t('menu.textReset'), 'CmdOrCtrl+0'),
        separator,
        item('toggle-left-panel', t('menu.toggleLeftPanel'), 'CmdOrCtrl+B'),
        item('toggle-right-panel', t('menu.toggleRightPanel'), 'CmdOrCtrl+Alt+B'),
        separator,
        { role: 'togglefullscreen', label: t('menu.fullScreen') },
        ...(developer ? [{ role: 'toggleDevTools', label: t('menu.developerTools') } as const] : []),
      ],
    },
    {
      role: 'help',
      label: t('menu.help'),
      submenu: [item('show-shortcuts', t('menu.shortcuts'), 'F1'), item('show-about', t('menu.about'))],
    },
  ];
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
}
