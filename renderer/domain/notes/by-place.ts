import type { Annotation } from '../../../preload/contract/index.ts';

/** By place in the document: block ids of one document sort as its blocks do. */
export function byPlace({ anchor: a }: Annotation, { anchor: b }: Annotation): number {
  return a.start.blockId === b.start.blockId
    ? a.start.offset - b.start.offset
    : a.start.blockId < b.start.blockId
      ? -1
      : 1;
}
