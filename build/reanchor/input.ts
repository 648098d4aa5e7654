import { readFile } from 'node:fs/promises';
import type { QuoteAnchor } from '../../renderer/domain/reanchor/index.ts';

/** A file that cannot be used; the message is a sentence for the person who called the command. */
export class InputError extends Error {
  override name = 'InputError';
}

/** An entry of anchors.json: its id as given, and its anchor or why it has none. */
export type Entry = { readonly id: unknown } & (
  | { readonly anchor: QuoteAnchor }
  | { readonly problem: string }
);

/**
 * A file's text. A byte order mark is kept: it counts in the offsets of whoever reads the file plainly.
 * Throws an InputError when the file cannot be read or is not UTF-8.
 */
export async function readText(file: string): Promise<string> {
  let bytes: Uint8Array;
  try {
    bytes = await readFile(file);
  } catch (error) {
    throw new InputError(`${file} cannot be read: ${reason(error)}.`);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new InputError(`${file} is not UTF-8 text.`);
  }
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EISDIR: 'it is a folder',
  EACCES: 'it may not be read',
};

function reason(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return reasons[code] ?? (error instanceof Error ? error.message : String(error));
}

/**
 * The entries of a text of anchors.json, in its order. Throws an InputError when it is not JSON or not a list; an entry
 * of the wrong shape is kept with its problem, so that it does not take the others down.
 */
export function parseEntries(file: string, text: string): readonly Entry[] {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text.replace(/^\ufeff/u, ''));
  } catch (error) {
    throw new InputError(`${file} is not JSON: ${reason(error)}.`);
  }
  if (!Array.isArray(parsed)) {
    throw new InputError(
      `${file} is not a list of anchors: [{"id", "start", "end", "exact", "prefix", "suffix"}].`,
    );
  }
  return parsed.map(entryOf);
}

function entryOf(value: unknown): Entry {
  if (typeof value !== 'object' || value === null) return { id: null, problem: 'it is not an object' };
  const fields = new Map<string, unknown>(Object.entries(value));
  const id = fields.get('id') ?? null;
  const exact = fields.get('exact');
  if (typeof exact !== 'string' || exact === '') return { id, problem: 'it has no "exact" words' };
  const word = (name: string): string => {
    const given = fields.get(name);
    return typeof given === 'string' ? given : '';
  };
  return {
    id,
    anchor: {
      start: offset(fields.get('start')),
      end: offset(fields.get('end')),
      exact,
      prefix: word('prefix'),
      suffix: word('suffix'),
    },
  };
}

/** An offset, or one that lies in no text: the anchor is then found by its words. */
const offset = (value: unknown): number => (Number.isSafeInteger(value) ? Number(value) : -1);
