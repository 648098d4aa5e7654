import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { repository } from '../../build/tour/launch-app.ts';
import { openLocalRepository } from '../../main/storage/local-repository.ts';
import type { Annotation, AnnotationId, DocumentContent, DocumentId } from '../../preload/contract/index.ts';
import { markStyles } from '../../preload/contract/vocabulary.ts';
import { createAnchor } from '../../renderer/domain/anchors/index.ts';

/** The storage of a home, to fill before the app starts. */
function openStorage(userFile: string) {
  return openLocalRepository({
    userFile,
    contentFile: path.join(repository, 'dist', 'content.db'),
    wasmFile: path.join(repository, 'dist', 'app', 'main', 'sql-wasm.wasm'),
  });
}

const tags = ['人力', '财务', '法务', '民生', '待核实'] as const;

/**
 * `count` notes over the paragraphs of some documents in turn, the nth of them always the same: style n mod 6, tag n mod 5, an open
 * action every 10th, of which every other is overdue since 2020, done every 10th; note n has the words `第n条`.
 */
function manyNotes(contents: readonly DocumentContent[], count: number): readonly Annotation[] {
  const long = contents.map(({ blocks }) => blocks.filter(({ text }) => text.length >= 20));
  return Array.from({ length: count }, (_, index) => {
    // The documents in turn, and in each its paragraphs in turn.
    const which = index % contents.length;
    const at = Math.floor(index / contents.length);
    const content = contents[which];
    const blocks = long[which] ?? [];
    const block = blocks[at % blocks.length];
    if (content === undefined || block === undefined) throw new Error('no paragraph to put a note on');
    const offset = Math.floor(at / blocks.length) % 10;
    const anchor = createAnchor(
      content,
      { blockId: block.id, offset },
      { blockId: block.id, offset: Math.min(block.text.length, offset + 8 + (index % 40)) },
    );
    if (anchor === null) throw new Error(`no text in ${block.id}`);
    const moment = new Date(Date.UTC(2026, 10, 1 + (index % 20), 8, index % 60)).toISOString();
    return {
      id: randomUUID() as AnnotationId,
      scope: 'text',
      anchor,
      style: markStyles[index % markStyles.length] ?? 'yellow',
      note: index % 3 === 0 ? '' : `第${index}条：请**核对**责任单位与时限。`,
      tags: [tags[index % tags.length] ?? '人力'],
      due: index % 20 === 0 ? '2020-01-01' : index % 10 === 0 ? '2099-12-31' : null,
      status: index % 10 === 0 ? 'open' : index % 10 === 1 ? 'done' : null,
      createdAt: moment,
      modifiedAt: moment,
      trashedAt: null,
      carried: null,
    };
  });
}

/** Fills the storage of a home with `count` notes on the given documents and opens the notes first. */
export async function fillWithNotes(
  userFile: string,
  documentIds: readonly string[],
  count: number,
): Promise<readonly Annotation[]> {
  const storage = await openStorage(userFile);
  const contents = await Promise.all(documentIds.map((id) => storage.readDocument(id as DocumentId)));
  const notes = manyNotes(contents, count);
  for (let at = 0; at < notes.length; at += 5000)
    await storage.applyAnnotations({ put: notes.slice(at, at + 5000), remove: [] });
  await storage.saveSettings({ route: { view: 'notes' } });
  return notes;
}
