import { describe, expect, it } from 'vitest';
import {
  accelerators,
  commandOfKeys,
  type KeyPress,
  keyLabels,
} from '../../../renderer/domain/commands/index.ts';

const press = (key: string, held: Partial<KeyPress> = {}): KeyPress => ({
  key,
  code: '',
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...held,
});

describe('commandOfKeys', () => {
  it('tells undo from redo by Shift, whatever the case the system reports', () => {
    expect(commandOfKeys(press('z', { ctrlKey: true }), false)).toBe('undo');
    expect(commandOfKeys(press('Z', { ctrlKey: true, shiftKey: true }), false)).toBe('redo');
  });

  it('takes Cmd on a Mac and Ctrl elsewhere, not both', () => {
    expect(commandOfKeys(press('k', { metaKey: true }), true)).toBe('go-search');
    expect(commandOfKeys(press('k', { ctrlKey: true }), true)).toBeNull();
    expect(commandOfKeys(press('k', { metaKey: true }), false)).toBeNull();
  });

  it('knows a letter by its place when Alt makes another character of it', () => {
    expect(commandOfKeys(press('∫', { code: 'KeyB', metaKey: true, altKey: true }), true)).toBe(
      'toggle-right-panel',
    );
    expect(commandOfKeys(press('b', { code: 'KeyB', ctrlKey: true }), false)).toBe('toggle-left-panel');
  });

  it('makes the text larger with and without Shift, since + often stands above =', () => {
    expect(commandOfKeys(press('=', { ctrlKey: true }), false)).toBe('text-larger');
    expect(commandOfKeys(press('+', { ctrlKey: true, shiftKey: true }), false)).toBe('text-larger');
  });

  it('leaves plain typing alone', () => {
    for (const key of ['k', '1', 'z', 'ArrowLeft', '-', '0'])
      expect(commandOfKeys(press(key), false)).toBeNull();
  });

  it('gives no two commands the same keys', () => {
    expect(new Set(Object.values(accelerators)).size).toBe(Object.values(accelerators).length);
  });
});

describe('keyLabels', () => {
  it('prints the keys as they stand on the keyboard', () => {
    expect(keyLabels('CmdOrCtrl+Shift+Z', false)).toEqual(['Ctrl', 'Shift', 'Z']);
    expect(keyLabels('CmdOrCtrl+Shift+Z', true)).toEqual(['⌘', '⇧', 'Z']);
    expect(keyLabels('Alt+Left', false)).toEqual(['Alt', '←']);
  });
});
