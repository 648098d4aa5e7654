import type { Command } from '../../../preload/contract/call-names.ts';

/**
 * The keys of the commands, in Electron's accelerator notation. The one source for the menu (which
 * shows them), the window (which acts on them) and the help.
 */
export const accelerators: Readonly<Partial<Record<Command, string>>> = {
  'go-search': 'CmdOrCtrl+K',
  'go-library': 'CmdOrCtrl+1',
  'go-notes': 'CmdOrCtrl+2',
  'go-bookmarks': 'CmdOrCtrl+3',
  'go-facts': 'CmdOrCtrl+4',
  'go-back': 'Alt+Left',
  'go-forward': 'Alt+Right',
  'export-notes': 'CmdOrCtrl+E',
  print: 'CmdOrCtrl+P',
  undo: 'CmdOrCtrl+Z',
  redo: 'CmdOrCtrl+Shift+Z',
  'copy-citation': 'CmdOrCtrl+Shift+C',
  find: 'CmdOrCtrl+F',
  'find-next': 'F3',
  'find-previous': 'Shift+F3',
  'add-bookmark': 'CmdOrCtrl+D',
  'toggle-script': 'CmdOrCtrl+T',
  'show-beside': 'CmdOrCtrl+\\',
  'other-pane': 'F6',
  'check-conversion': 'CmdOrCtrl+Shift+T',
  'toggle-theme': 'CmdOrCtrl+Shift+L',
  'text-larger': 'CmdOrCtrl+Plus',
  'text-smaller': 'CmdOrCtrl+-',
  'text-reset': 'CmdOrCtrl+0',
  'toggle-left-panel': 'CmdOrCtrl+B',
  'toggle-right-panel': 'CmdOrCtrl+Alt+B',
  'show-settings': 'CmdOrCtrl+,',
  'show-shortcuts': 'F1',
};

/** What a key press says, as a DOM KeyboardEvent does. */
export type KeyPress = {
  readonly key: string;
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
};

const keyNames: Readonly<Record<string, readonly string[]>> = {
  Left: ['arrowleft'],
  Right: ['arrowright'],
  // The plus stands above the = on most keyboards, where it would need Shift.
  Plus: ['+', '='],
};

/** The command whose keys were pressed, or null. On macOS Cmd stands for CmdOrCtrl. */
export function commandOfKeys(press: KeyPress, mac: boolean): Command | null {
  for (const [command, accelerator] of Object.entries(accelerators)) {
    if (holds(accelerator, press, mac)) return command as Command;
  }
  return null;
}

function holds(accelerator: string, press: KeyPress, mac: boolean): boolean {
  const parts = accelerator.split('+');
  const name = parts.at(-1) ?? '';
  const main = mac ? press.metaKey : press.ctrlKey;
  const other = mac ? press.ctrlKey : press.metaKey;
  const names = keyNames[name] ?? [name.toLowerCase()];
  // With Alt some systems give another character than the key's letter; its place on the keyboard tells.
  const matches = names.includes(press.key.toLowerCase()) || (press.altKey && press.code === `Key${name}`);
  return (
    matches &&
    !other &&
    main === parts.includes('CmdOrCtrl') &&
    press.altKey === parts.includes('Alt') &&
    (name === 'Plus' || press.shiftKey === parts.includes('Shift'))
  );
}

/** The keys of an accelerator as they are printed on a keyboard, for the help. */
export function keyLabels(accelerator: string, mac: boolean): readonly string[] {
  const labels: Readonly<Record<string, string>> = {
    CmdOrCtrl: mac ? '⌘' : 'Ctrl',
    Alt: mac ? '⌥' : 'Alt',
    Shift: mac ? '⇧' : 'Shift',
    Left: '←',
    Right: '→',
    Plus: '+',
    '-': '−',
  };
  return accelerator.split('+').map((part) => labels[part] ?? part);
}
