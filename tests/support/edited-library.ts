import { createHash } from 'node:crypto';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buildLibrary, SEEDS } from '../../build/library/build-library.ts';

/** One change of a source text: words that occur in it, and what stands there instead. */
export type Edit = readonly [words: string, instead: string];

/**
 * content.db of the seeds with one document's source text edited, as a later edition would bring it. Words that do
 * not occur fail, so that no test takes an unedited library for an edited one.
 */
export async function editedLibrary(sourceFile: string, edits: readonly Edit[]): Promise<Uint8Array> {
  return libraryWith(sourceFile, (text) =>
    edits.reduce((edited, [words, instead]) => {
      if (!edited.includes(words)) throw new Error(`not in ${sourceFile}: ${words}`);
      return edited.replace(words, () => instead);
    }, text),
  );
}

/** The same with any change of the text. */
async function libraryWith(sourceFile: string, edit: (text: string) => string): Promise<Uint8Array> {
  const folder = await mkdtemp(path.join(tmpdir(), 'policy-reader-seeds-'));
  try {
    await cp(SEEDS, folder, { recursive: true });
    const file = path.join(folder, 'documents', sourceFile);
    const before = await readFile(file);
    const after = Buffer.from(edit(before.toString('utf8')));
    await writeFile(file, after);
    const manifest = path.join(folder, 'manifest.json');
    const json = await readFile(manifest, 'utf8');
    await writeFile(manifest, json.replace(sha256(before), sha256(after)));
    return await buildLibrary(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
