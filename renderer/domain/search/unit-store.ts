import type { BlockKind, SearchUnit } from '../../../preload/contract/index.ts';
import { fold } from '../fold/index.ts';

export type EngineDocument = { readonly id: string; readonly order: number; removed: boolean };

export type Unit = {
  readonly document: EngineDocument;
  readonly blockId: string;
  readonly kind: BlockKind;
  readonly text: string;
  readonly textStart: number;
  readonly folded: string;
};

/** The folded texts of one call of `add` in one string, and where each begins in it. */
type Chunk = { readonly folded: string; readonly first: number; readonly starts: readonly number[] };

/** Cannot be in a folded text: folding turns every control character into white space. */
const separator = '\n';

/** All units by number, in the order of adding, and a fast scan over their folded texts. */
export type UnitStore = {
  readonly units: readonly Unit[];
  readonly add: (units: readonly SearchUnit[]) => void;
  readonly remove: (documentId: string) => void;
  /** Calls `take` with the number of every unit from `from` on that holds `term`, ascending, and how often. */
  readonly scan: (term: string, from: number, take: (unit: number, places: number) => void) => void;
};

export const createUnitStore = (): UnitStore => {
  const units: Unit[] = [];
  const chunks: Chunk[] = [];
  const documents = new Map<string, EngineDocument>();
  let documentCount = 0;

  const documentOf = (id: string): EngineDocument => {
    const known = documents.get(id);
    if (known !== undefined) return known;
    const made = { id, order: documentCount, removed: false };
    documentCount += 1;
    documents.set(id, made);
    return made;
  };

  return {
    units,
    add: (added) => {
      // The units' folded texts are slices of the chunk, so scanning one long string, which is several
      // times faster than many short ones, takes no second copy.
      const texts = added.map((unit) => fold(unit.text));
      const folded = texts.join(separator);
      const starts: number[] = [];
      const first = units.length;
      let start = 0;
      for (const [at, { documentId, blockId, kind, text, textStart }] of added.entries()) {
        const end = start + (texts[at] ?? '').length;
        const document = documentOf(documentId);
        units.push({ document, blockId, kind, text, textStart, folded: folded.slice(start, end) });
        starts.push(start);
        start = end + separator.length;
      }
      chunks.push({ folded, first, starts });
    },
    remove: (documentId) => {
      // A tombstone: taking ids out of FlexSearch walks its whole index.
      const document = documents.get(documentId);
      if (document !== undefined) document.removed = true;
      documents.delete(documentId);
    },
    scan: (term, from, take) => {
      for (const { folded, first, starts } of chunks) {
        let unit = Math.max(0, from - first);
        if (unit >= starts.length) continue;
        let places = 0;
        let end = starts[unit + 1] ?? folded.length;
        for (let at = folded.indexOf(term, starts[unit]); at >= 0; at = folded.indexOf(term, at + 1)) {
          if (at >= end) {
            if (places > 0) take(first + unit, places);
            places = 0;
            while (at >= end) {
              unit += 1;
              end = starts[unit + 1] ?? folded.length;
            }
          }
          places += 1;
        }
        if (places > 0) take(first + unit, places);
      }
    },
  };
};
