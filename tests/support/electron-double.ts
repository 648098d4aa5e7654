import type { IpcMainInvokeEvent, WebContents } from 'electron';
import { vi } from 'vitest';

type Listener = (event: IpcMainInvokeEvent, args: unknown) => Promise<unknown>;

/**
 * What stands in for `ipcMain`, for `vi.mock('electron')`: Electron cannot be loaded in Node. It keeps the
 * listeners and calls them as Electron would.
 */
export const listeners = new Map<string, Listener>();
export const ipcMain = {
  handle: vi.fn((channel: string, listener: Listener) => {
    if (listeners.has(channel)) throw new Error(`a second handler for ${channel}`);
    listeners.set(channel, listener);
  }),
};

/** A window's contents showing `url`, and the event of a call from its main frame. */
export function pageAt(url: string): { contents: WebContents; event: IpcMainInvokeEvent } {
  const mainFrame = { url };
  const contents = { mainFrame } as unknown as WebContents;
  return { contents, event: eventOf(contents, mainFrame) };
}

export function eventOf(sender: WebContents, senderFrame: unknown): IpcMainInvokeEvent {
  return { sender, senderFrame } as unknown as IpcMainInvokeEvent;
}

/** Calls as the bridge does. What the listener answers is given back as it is, undefined included. */
export async function invoke(channel: string, event: IpcMainInvokeEvent, args: unknown): Promise<unknown> {
  const listener = listeners.get(channel);
  if (listener === undefined) throw new Error(`no handler registered for '${channel}'`);
  return listener(event, args);
}
