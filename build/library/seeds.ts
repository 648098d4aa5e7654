import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  IngestError,
  type IngestedFile,
  ingestFile,
  type Manifest,
  type ManifestDocument,
  parseManifest,
  readText,
} from '../../main/ingest/index.ts';

export interface Library {
  readonly files: readonly IngestedFile[];
  /** Decoded text by file name. */
  readonly texts: ReadonlyMap<string, string>;
  readonly manifest: Manifest;
  /** sha-256 over the manifest's and the seeds' own hashes: what the library was built from. */
  readonly builtFrom: string;
}

export function sha256(data: string | Uint8Array): string {
  return createHash('sha256').update(data).digest('hex');
}

/**
 * Read a seeds folder (`manifest.json`, `documents/`) into documents.
 * @throws IngestError naming the file when one is unfit, or is not the one that the manifest describes
 */
export async function readSeeds(folder: string): Promise<Library> {
  const json = await readFile(join(folder, 'manifest.json'), 'utf8');
  const manifest = parseManifest(json);
  const texts = new Map<string, string>();
  const files: IngestedFile[] = [];
  const hashes = [sha256(json)];
  const bodies = new Map<string, string>();
  for (const names of manifest.bodies) for (const alias of names.aliases) bodies.set(alias, names.canonical);
  const numbers = documentNumbers(manifest);
  for (const entry of manifest.documents) {
    const { text, hash } = await readDocument(folder, entry);
    texts.set(entry.sourceFile, text);
    hashes.push(hash);
    files.push(ingestFile({ text, entry, bodies, numbers }));
  }
  return { files, texts, manifest, builtFrom: sha256(hashes.join('\n')) };
}

/** 文号 -> the document that bears it; one that two bear leads nowhere, so as not to link the wrong one. */
function documentNumbers(manifest: Manifest): ReadonlyMap<string, string> {
  const numbers = new Map<string, string>();
  const twice = new Set<string>();
  for (const { id, documentNumber } of manifest.documents) {
    if (documentNumber === null) continue;
    if (numbers.has(documentNumber)) twice.add(documentNumber);
    numbers.set(documentNumber, id);
  }
  for (const number of twice) numbers.delete(number);
  return numbers;
}

async function readDocument(
  folder: string,
  entry: ManifestDocument,
): Promise<{ text: string; hash: string }> {
  const file = entry.sourceFile;
  let bytes: Uint8Array;
  try {
    bytes = await readFile(join(folder, 'documents', file));
  } catch {
    throw new IngestError('manifest', file, null, 'the manifest names a file that is not there');
  }
  const { text } = readText(bytes, file);
  const hash = sha256(bytes);
  if (hash !== entry.sha256) {
    throw new IngestError('wrong-hash', file, null, `sha-256 is ${hash}, the manifest says ${entry.sha256}`);
  }
  return { text, hash };
}
