import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import { type Edition, editionSchema } from '../../preload/contract/index.ts';
import { joinBlocks } from '../../renderer/domain/editions/index.ts';
import {
  asStorageError,
  errnoOf,
  removeLeftovers,
  type WriterFiles,
  writeFileAtomically,
} from '../files/atomic-write.ts';
import { makeFolder } from '../files/make-folder.ts';
import { setAside } from '../files/set-aside.ts';

const pack = promisify(gzip);
const unpack = promisify(gunzip);

/** A document of hundreds of thousands of pages is far below; a packed bomb is not. */
const mostBytes = 256 * 1024 * 1024;

/** The texts that annotations were made on, one file an edition, beside user.db. */
export type KeptEditions = {
  /**
   * Keeps an edition, once: a whole file of it is never written again and none is ever deleted. Texts that are not
   * those of their hash are not kept, since they would be no help.
   * @throws ReaderError DISK_FULL, READ_ONLY or IO; the edition is then not kept
   */
  readonly keep: (edition: Edition) => Promise<void>;
  /** Whether `keep` has nothing more to do; asked before a document is read for it. */
  readonly isKept: (editionHash: string) => boolean;
  /** An edition, or null when it was not kept or its file is damaged; the log then says so. */
  readonly read: (editionHash: string) => Promise<Edition | null>;
};

/** The kept editions in a folder, which need not exist yet. */
export function keptEditions(
  folder: string,
  files?: WriterFiles,
  log: (message: string) => void = console.warn,
): KeptEditions {
  const known = new Set<string>();
  const fileOf = (hash: string): string => path.join(folder, `${hash}.json.gz`);

  const read = async (hash: string): Promise<Edition | 'absent' | 'damaged'> => {
    let bytes: Uint8Array;
    try {
      bytes = await readFile(fileOf(hash));
    } catch (error) {
      if (errnoOf(error) === 'ENOENT') return 'absent';
      log(`kept edition ${hash}: ${asStorageError(error, fileOf(hash)).message}`);
      return 'damaged';
    }
    try {
      const text = (await unpack(bytes, { maxOutputLength: mostBytes })).toString('utf8');
      const edition = editionSchema.parse(JSON.parse(text));
      if (edition.editionHash !== hash || !isProven(edition))
        throw new Error('its texts are not those of its name');
      return edition;
    } catch (error) {
      log(`kept edition ${hash} is damaged: ${error instanceof Error ? error.message : String(error)}`);
      return 'damaged';
    }
  };

  return {
    keep: async (edition) => {
      const hash = edition.editionHash;
      if (known.has(hash)) return;
      if (!isProven(edition)) {
        log(`edition ${hash} is not kept: its texts are not those of its hash`);
        known.add(hash);
        return;
      }
      const file = fileOf(hash);
      const present = await read(hash);
      if (typeof present === 'string') {
        try {
          await makeFolder(folder);
          await removeLeftovers(file);
          if (present === 'damaged') await setAside(file);
          const blocks = edition.blocks.map(({ id, text }) => ({ id, text }));
          await writeFileAtomically(file, await pack(JSON.stringify({ editionHash: hash, blocks })), files);
        } catch (error) {
          throw asStorageError(error, file);
        }
      }
      known.add(hash);
    },
    isKept: (hash) => known.has(hash),
    read: async (hash) => {
      const found = await read(hash);
      return typeof found === 'string' ? null : found;
    },
  };
}

/** Whether the texts are those that the hash was made of (see build/library/rows.ts). */
function isProven({ editionHash, blocks }: Edition): boolean {
  return createHash('sha256').update(joinBlocks(blocks).text).digest('hex') === editionHash;
}
