import { type BrowserWindow, dialog } from 'electron';

/**
 * Asks the user where to save. The path stays in main; a renderer never sends or learns one.
 * Resolves with null when the user cancels.
 */
export async function askWhereToSave(
  window: BrowserWindow,
  options: { readonly defaultName: string; readonly filterName: string; readonly extension: string },
): Promise<string | null> {
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    defaultPath: options.defaultName,
    filters: [{ name: options.filterName, extensions: [options.extension] }],
    properties: ['createDirectory', 'showOverwriteConfirmation'],
  });
  return canceled || filePath === '' ? null : filePath;
}

/** A file name that every system accepts: reserved characters and device names replaced, at most 80 characters. */
export function safeFileName(title: string): string {
  const cleaned = title
    .replace(/[\p{Cc}<>:"/\\|?*]/gu, ' ')
    .replace(/\s+/g, ' ')
    .replace(/[. ]+$/, '')
    .trim();
  const short = [...cleaned].slice(0, 80).join('').trim();
  return short === '' || /^(con|prn|aux|nul|com\d|lpt\d)$/i.test(short) ? `_${short}` : short;
}
