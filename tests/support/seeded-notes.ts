import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { repository } from '../../build/tour/launch-app.ts';
import { openLocalRepository } from '../../main/storage/local-repository.ts';
import type { Repository } from '../../main/storage/repository.ts';
import type { Annotation, AnnotationId, DocumentId } from '../../preload/contract/index.ts';
import { createAnchor } from '../../renderer/domain/anchors/index.ts';
import { userFileIn } from './reader-app.ts';

/** The user's data of a home, as the app itself keeps it, to be filled before the app starts. */
export function openStorageIn(home: string): Promise<Repository> {
  return openLocalRepository({
    userFile: userFileIn(home),
    contentFile: path.join(repository, 'dist', 'content.db'),
    wasmFile: path.join(repository, 'dist', 'app', 'main', 'sql-wasm.wasm'),
  });
}

/** An annotation on the first place of a document of the library that holds `words`; it is not saved. */
export async function annotationOn(
  storage: Repository,
  documentId: string,
  words: string,
  rest: Partial<Omit<Annotation, 'anchor'>> = {},
): Promise<Annotation> {
  const content = await storage.readDocument(documentId as DocumentId);
  const block = content.blocks.find(({ text }) => text.includes(words));
  if (block === undefined) throw new Error(`${documentId} has no ${words}`);
  const offset = block.text.indexOf(words);
  const place = { blockId: block.id };
  const anchor = createAnchor(content, { ...place, offset }, { ...place, offset: offset + words.length });
  if (anchor === null) throw new Error(`no anchor on ${words}`);
  const now = new Date().toISOString();
  return {
    id: randomUUID() as AnnotationId,
    scope: 'text',
    style: 'yellow',
    note: '',
    tags: [],
    due: null,
    status: null,
    createdAt: now,
    modifiedAt: now,
    trashedAt: null,
    carried: null,
    ...rest,
    anchor,
  };
}
