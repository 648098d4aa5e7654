import { contextBridge, ipcRenderer } from 'electron';
import { type CallName, type Command, callNames, commandChannel, commands } from './contract/call-names.ts';
import type { Bridge } from './contract/calls.ts';

/**
 * The renderer's whole view of the outside: one function per call of the contract and one
 * subscription. There is no generic send; types and checks are main's side of the contract.
 */
const invokers = Object.fromEntries(
  callNames.map((name: CallName) => [
    name,
    (args: unknown): Promise<unknown> => ipcRenderer.invoke(name, args),
  ]),
);

const bridge = {
  ...invokers,
  onCommand: (listener: (command: Command) => void) => {
    const forward = (_event: unknown, command: unknown): void => {
      const known = commands.find((candidate) => candidate === command);
      if (known !== undefined) listener(known);
    };
    ipcRenderer.on(commandChannel, forward);
    return () => ipcRenderer.off(commandChannel, forward);
  },
} as unknown as Bridge;

contextBridge.exposeInMainWorld('reader', Object.freeze(bridge));
