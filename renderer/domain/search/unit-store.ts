import type { BlockKind, SearchDocument, SearchUnit } from '../../../preload/contract/index.ts';
import { fold } from '../fold/index.ts';
import { type DocumentFacts, factsOf } from './filters.ts';

export type EngineDocument = {
  readonly id: string;
  readonly order: number;
  /** Null for units whose document was never described. */
  facts: DocumentFacts | null;
  /** The unit that is the document's title, printed or not. */
  title: Unit | null;
  /** Length of all its folded texts. */
  length: number;
  removed: boolean;
};

export type Unit = {
  readonly document: EngineDocument;
  readonly blockId: string;
  readonly kind: BlockKind;
  /** False for a title that the document does not print as a block. */
  readonly printed: boolean;
  readonly text: string;
  readonly textStart: number;
  readonly folded: string;
  /** Where it begins in the document, in folded units. */
  readonly position: number;
};

/** Neighbouring units with their folded texts in one string: what is indexed and scanned at once. */
export type Run = {
  readonly folded: string;
  readonly units: readonly Unit[];
  readonly starts: readonly number[];
};

/** Cannot be in a folded text: folding turns every control character into white space. */
export const separator = '\n';

/**
 * Length of a run in folded units. A long string is scanned several times faster than many short ones, and
 * an index of runs is built faster than one of blocks; longer ones narrow a search less (measured, see README).
 */
const runLength = 4000;

/** All units in the order of adding, in runs. */
export type UnitStore = {
  readonly runs: readonly Run[];
  readonly documents: () => Iterable<EngineDocument>;
  /** Null for a document that is not there or was never described. */
  readonly factsOf: (documentId: string) => DocumentFacts | null;
  /** Adds units, and a title unit for every described document of which no block is the title. */
  readonly add: (units: readonly SearchUnit[], documents: readonly SearchDocument[]) => void;
  readonly remove: (documentId: string) => void;
};

export const createUnitStore = (): UnitStore => {
  const runs: Run[] = [];
  const documents = new Map<string, EngineDocument>();
  let documentCount = 0;
  // The run that is being filled; it ends with every call of `add`.
  let waiting: { readonly unit: Omit<Unit, 'folded'>; readonly folded: string }[] = [];
  let waitingLength = 0;

  const flush = (): void => {
    if (waiting.length === 0) return;
    // The units' folded texts are slices of the run's, so it takes no second copy.
    const folded = waiting.map((one) => one.folded).join(separator);
    const units: Unit[] = [];
    const starts: number[] = [];
    let start = 0;
    for (const { unit, folded: own } of waiting) {
      const made = Object.assign(unit, { folded: folded.slice(start, start + own.length) });
      units.push(made);
      starts.push(start);
      if (isTitle(made)) made.document.title ??= made;
      start += own.length + separator.length;
    }
    runs.push({ folded, units, starts });
    waiting = [];
    waitingLength = 0;
  };

  const documentOf = (id: string): EngineDocument => {
    const known = documents.get(id);
    if (known !== undefined) return known;
    const order = documentCount;
    const made: EngineDocument = { id, order, facts: null, title: null, length: 0, removed: false };
    documentCount += 1;
    documents.set(id, made);
    return made;
  };

  const put = (added: SearchUnit, document: EngineDocument, printed: boolean): void => {
    const { blockId, kind, text, textStart } = added;
    const folded = fold(text);
    if (waitingLength + folded.length > runLength) flush();
    const unit = { document, blockId, kind, printed, text, textStart, position: document.length };
    waiting.push({ unit, folded });
    waitingLength += folded.length + separator.length;
    document.length += folded.length;
  };

  return {
    runs,
    documents: () => documents.values(),
    factsOf: (documentId) => documents.get(documentId)?.facts ?? null,
    add: (units, described) => {
      const printed = printedTitles(units, described);
      for (const one of described) {
        const document = documentOf(one.id);
        document.facts = factsOf(one);
        if (!printed.has(one.id)) put(titleUnit(one), document, false);
      }
      for (const unit of units) put(unit, documentOf(unit.documentId), true);
      flush();
    },
    remove: (documentId) => {
      // A tombstone: taking ids out of FlexSearch walks its whole index.
      const document = documents.get(documentId);
      if (document !== undefined) document.removed = true;
      documents.delete(documentId);
    },
  };
};

/** Whether a unit is its document's title; of a document that was never described its first title block. */
const isTitle = ({ document, kind, folded }: Unit): boolean =>
  kind === 'title' && (document.facts === null || document.facts.title === folded);

/** The documents of which a title block is the title. */
const printedTitles = (
  units: readonly SearchUnit[],
  documents: readonly SearchDocument[],
): ReadonlySet<string> => {
  const titles = new Map(documents.map(({ id, title }) => [id, fold(title)]));
  const printed = units.filter(
    ({ documentId, kind, text }) => kind === 'title' && titles.get(documentId) === fold(text),
  );
  return new Set(printed.map(({ documentId }) => documentId));
};

const titleUnit = ({ id, title }: SearchDocument): SearchUnit => ({
  documentId: id,
  blockId: `${id}-title`,
  kind: 'title',
  textStart: 0,
  text: title,
});
