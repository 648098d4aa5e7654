import { create } from 'zustand';
import type { Annotation, AnnotationId } from '../../preload/contract/index.ts';
import { openDocument } from '../platform/navigation.ts';
import { useFind } from './find-store.ts';

/** The note for which a place is being chosen in the open document; null where none is. */
export const usePlacing = create<{ readonly placing: AnnotationId | null }>(() => ({ placing: null }));

/** Opens a note's document with `words` looked for, so that another place for it can be selected there. */
export function choosePlace({ id, anchor }: Annotation, words: string): void {
  usePlacing.setState({ placing: id });
  openDocument(anchor.documentId);
  useFind.setState({ open: true, pane: 'first', query: words, request: { kind: 'open' }, opener: null });
}
