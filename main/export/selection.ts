import { type Annotation, type ExportSelection, ReaderError } from '../../preload/contract/index.ts';

/**
 * The notes that were asked for; what lies in the trash is not exported.
 * @throws ReaderError NOT_FOUND when one of the ids is not there
 */
export function selectedNotes(selection: ExportSelection, all: readonly Annotation[]): readonly Annotation[] {
  const present = all.filter(({ trashedAt }) => trashedAt === null);
  if ('documentIds' in selection) {
    if (selection.documentIds === null) return present;
    const wanted = new Set<string>(selection.documentIds);
    return present.filter(({ anchor }) => wanted.has(anchor.documentId));
  }
  const wanted = new Set(selection.annotationIds);
  const found = present.filter(({ id }) => wanted.has(id));
  if (found.length < wanted.size) throw new ReaderError('NOT_FOUND', 'no such note');
  return found;
}
