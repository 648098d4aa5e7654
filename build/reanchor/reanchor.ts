/**
 * `reanchor <old.txt> <new.txt> <anchors.json>`: carries quotes of one edition of a text over to another. Prints
 * `[{id,state,start,end,score}]`, one entry for every anchor and in their order, offsets in UTF-16 units of
 * the new text. Exits 2 with a sentence on stderr when a file cannot be used.
 */
import path from 'node:path';
import { alignEditions, type Reanchored, reanchor } from '../../renderer/domain/reanchor/index.ts';
import { InputError, parseEntries, readText } from './input.ts';

const orphan: Reanchored = { state: 'orphan', start: null, end: null, score: 0 };

async function main(given: readonly string[]): Promise<void> {
  // npm changes to the project's folder; the files are named from where the command was called.
  const called = process.env.INIT_CWD ?? process.cwd();
  const [oldFile, newFile, anchorsFile] = given.map((file) => path.resolve(called, file));
  if (oldFile === undefined || newFile === undefined || anchorsFile === undefined || given.length > 3) {
    throw new InputError('Three files are needed: npm run -s reanchor -- <old.txt> <new.txt> <anchors.json>');
  }
  const [oldText, newText, anchors] = await Promise.all([oldFile, newFile, anchorsFile].map(readText));
  const entries = parseEntries(anchorsFile, anchors ?? '');
  const old = oldText ?? '';
  const alignment = alignEditions(old, newText ?? '');
  const answers = entries.map((entry, index) => {
    const name = `Anchor ${index + 1} (id ${JSON.stringify(entry.id)})`;
    if (!('anchor' in entry)) {
      process.stderr.write(`${name} is an orphan: ${entry.problem}.\n`);
      return { id: entry.id, ...orphan };
    }
    const { start, end, exact } = entry.anchor;
    if (start < 0 || end > old.length || old.slice(start, end) !== exact) {
      process.stderr.write(
        `${name} does not stand at its offsets in the old text; its words and context count.\n`,
      );
    }
    return { id: entry.id, ...reanchor(alignment, entry.anchor) };
  });
  process.stdout.write(`${JSON.stringify(answers)}\n`);
}

main(process.argv.slice(2)).catch((error: unknown) => {
  if (error instanceof InputError) {
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 2;
    return;
  }
  // Not foreseen: a mistake of ours, which must show where it is.
  process.stderr.write(`reanchor failed: ${error instanceof Error ? error.stack : String(error)}\n`);
  process.exitCode = 1;
});
