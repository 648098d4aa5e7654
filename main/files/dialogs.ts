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

/** File systems count 255 bytes (Linux) or characters; the rest is for an extension. */
const longestName = { characters: 80, bytes: 200 };
/** With any extension these mean a device on Windows (Microsoft, "Naming Files, Paths, and Namespaces"). */
const deviceName = /^(?:con|prn|aux|nul|com[\d¹²³]|lpt[\d¹²³]|conin\$|conout\$) *(?:\.|$)/i;

/**
 * A file name, without extension, that every system accepts: reserved characters replaced, device names
 * marked, at most 80 characters and 200 bytes of UTF-8, never empty.
 */
export function safeFileName(title: string): string {
  const characters = [
    ...title
      .replace(/[\p{Cc}\p{Cs}<>:"/\\|?*]/gu, ' ')
      .replace(/\s+/g, ' ')
      .trim(),
  ].slice(0, longestName.characters);
  while (Buffer.byteLength(characters.join('')) > longestName.bytes) characters.pop();
  const name = characters.join('').replace(/[. ]+$/, '');
  return name === '' || deviceName.test(name) ? `_${name}` : name;
}
