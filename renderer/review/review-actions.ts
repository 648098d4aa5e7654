import type { Anchor, AnnotationId, DocumentContent } from '../../preload/contract/index.ts';
import { changeWithNotice } from '../annotations/index.ts';
import { documentAnchor } from '../domain/anchors/index.ts';
import { wordsToFind } from '../domain/editions/index.ts';
import { choosePlace } from '../reading/index.ts';
import type { Pending } from './review-store.ts';

/** Leaves notes where the new edition has them: there is nothing more to look at. */
export function accept(ids: readonly AnnotationId[]): Promise<boolean> {
  return changeWithNotice(ids, (note) => ({ ...note, carried: null }), 'review.accepted');
}

/** Hangs a note on a place of the new edition that a person has chosen. */
export function attach(id: AnnotationId, anchor: Anchor): Promise<boolean> {
  return changeWithNotice([id], (note) => ({ ...note, anchor, carried: null }), 'review.attached');
}

/** Takes a note off the place it was carried to: it is then without a place, with its former words. */
export function detach({ id }: Pending): Promise<boolean> {
  return changeWithNotice(
    [id],
    (note) =>
      note.carried === null
        ? note
        : { ...note, anchor: note.carried.from, carried: { ...note.carried, state: 'orphan' } },
    'review.detached',
  );
}

/** Makes a note on words one on the whole document; the words it had stand in it as a quotation. */
export function keepOnDocument({ id, anchor }: Pending, content: DocumentContent): Promise<boolean> {
  const whole = documentAnchor(content);
  if (whole === null) return Promise.resolve(false);
  const quotation = anchor.exact
    .split('\n')
    .map((line) => `> ${line}`)
    .join('\n');
  return changeWithNotice(
    [id],
    (note) => ({
      ...note,
      scope: 'document',
      anchor: whole,
      note: note.note === '' ? quotation : `${quotation}\n\n${note.note}`,
      carried: null,
    }),
    'review.kept',
  );
}

/** Opens the document with the words of a note looked for, so that a place can be selected. */
export function chooseInText(note: Pending, content: DocumentContent): void {
  choosePlace(note, wordsToFind(content, note.carried.from));
}
