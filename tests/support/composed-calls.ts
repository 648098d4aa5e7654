import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { BrowserWindow } from 'electron';
import { makeExport } from '../../main/export/write-export.ts';
import { aboutHandlers } from '../../main/ipc/about-handlers.ts';
import { detailsHandlers } from '../../main/ipc/details-handlers.ts';
import { exportHandlers } from '../../main/ipc/export-handlers.ts';
import { factExportHandlers } from '../../main/ipc/fact-export-handlers.ts';
import { libraryHandlers, readOpening } from '../../main/ipc/library-handlers.ts';
import { printHandlers } from '../../main/ipc/print-handlers.ts';
import { registerCalls } from '../../main/ipc/register.ts';
import { searchExportHandlers } from '../../main/ipc/search-export-handlers.ts';
import { userDataHandlers } from '../../main/ipc/user-data-handlers.ts';
import { openLocalRepository } from '../../main/storage/local-repository.ts';
import {
  type Args,
  type CallName,
  type Handlers,
  ReaderError,
  type Result,
  type Settings,
} from '../../preload/contract/index.ts';
import { invoke, listeners, pageAt } from './electron-double.ts';
import { sampleLibrary, wasmFile } from './sample-library.ts';
import { temporaryFolder } from './temporary-folder.ts';

type Answered<Name extends CallName> =
  | { readonly ok: true; readonly value: Result<Name> }
  | { readonly ok: false; readonly error: { readonly code: string; readonly message: string } };

/**
 * All calls as the app composes them, over real files in a temporary folder. To be used with
 * `vi.mock('electron')` and the doubles beside this file.
 */
export async function composedCalls({
  folder,
  library,
}: {
  folder?: string;
  library?: Uint8Array | null;
} = {}) {
  const place = folder ?? (await temporaryFolder());
  const contentFile = path.join(place, 'content.db');
  if (library !== null && folder === undefined)
    await writeFile(contentFile, library ?? (await sampleLibrary()));
  const userFile = path.join(place, 'user', 'user.db');
  const licencesFile = path.join(place, 'licences.md');
  await writeFile(licencesFile, '## react\n\nMIT');
  const repository = await openLocalRepository({ contentFile, userFile, wasmFile });
  // No page can be set in Node: what is asked of one is answered as when none waits.
  const noPage = (): never => {
    throw new ReaderError('NOT_FOUND', 'no page');
  };
  const pages = { owns: () => false, job: noPage, ready: noPage, set: noPage };
  const settingsSeen: Settings[] = [];
  const logged: string[] = [];
  const handlers: Handlers = {
    ...libraryHandlers(repository, readOpening(repository), contentFile),
    ...detailsHandlers(repository),
    ...userDataHandlers(repository, (settings) => settingsSeen.push(settings)),
    ...exportHandlers(
      repository,
      () => ({}) as BrowserWindow,
      (request) => makeExport(repository, request, { exportedAt: new Date(), version: '0.1.0' }),
    ),
    ...factExportHandlers(repository, () => ({}) as BrowserWindow),
    ...searchExportHandlers(repository, () => ({}) as BrowserWindow),
    ...printHandlers(repository, () => ({}) as BrowserWindow, pages, 'no worker.cjs'),
    ...aboutHandlers(repository, {
      version: '0.1.0',
      dataFolder: place,
      licencesFile,
      pinnedElectron: '45.4.1',
    }),
  };
  listeners.clear();
  const page = pageAt('app://reader/index.html');
  registerCalls(handlers, {
    allowed: (contents) => contents === page.contents,
    parseResults: true,
    log: (message) => logged.push(message),
  });
  const ask = async <Name extends CallName>(name: Name, args: Args<Name>): Promise<Answered<Name>> =>
    (await invoke(name, page.event, structuredClone(args))) as Answered<Name>;
  return { ask, handlers, folder: place, userFile, contentFile, settingsSeen, logged };
}

/** The value of an answer that must be a success. */
export function granted<Value>(
  answer: { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly error: unknown },
): Value {
  if (!answer.ok) throw new Error(`the call failed: ${JSON.stringify(answer.error)}`);
  return answer.value;
}
