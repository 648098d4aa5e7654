import type { SearchDocument, SearchUnit } from '../../../preload/contract/index.ts';
import { fold } from '../fold/index.ts';
import { factsOf } from './filters.ts';
import { type EngineDocument, kindCode, type Run, runOf, separator, unitOf } from './runs.ts';

/**
 * Length of a run in folded units. A long string is scanned several times faster than many short ones, and
 * an index of runs is built faster than one of blocks; longer ones narrow a search less (measured, see README).
 */
const runLength = 4000;

/** All units in the order of adding, in runs. */
export type UnitStore = {
  readonly runs: readonly Run[];
  readonly documents: () => Iterable<EngineDocument>;
  /** All there ever were, by `order`; those that were removed too. */
  readonly everyDocument: readonly EngineDocument[];
  /** Null for a document that is not there. */
  readonly document: (documentId: string) => EngineDocument | null;
  /** Adds units, and a title unit for every described document of which no block is the title. */
  readonly add: (units: readonly SearchUnit[], documents: readonly SearchDocument[]) => void;
  readonly remove: (documentId: string) => void;
  readonly unitCount: () => number;
  /** Whether a document was ever removed: its runs still stand here. */
  readonly hasGaps: () => boolean;
};

/** A store of the given documents and runs, which are its own from now on. */
export const createUnitStore = (
  known: readonly EngineDocument[] = [],
  runs: Run[] = known.flatMap((document) => document.runs),
): UnitStore => {
  const documents = new Map(known.map((document) => [document.id, document]));
  const everyDocument = [...known];
  let unitCount = runs.reduce((sum, { size }) => sum + size, 0);
  let gaps = false;
  // The run that is being filled; it ends with its document, and with every call of `add`.
  let waiting: { readonly unit: SearchUnit; readonly printed: boolean; readonly folded: string }[] = [];
  let waitingLength = 0;
  let waitingFor: EngineDocument | null = null;

  const flush = (): void => {
    const document = waitingFor;
    if (document === null || waiting.length === 0) return;
    const run = runOf({
      document,
      position: document.length,
      folded: waiting.map(({ folded }) => folded).join(separator),
      text: waiting.map(({ unit }) => unit.text).join(''),
      blockIds: waiting.map(({ unit }) => unit.blockId),
      foldedLengths: waiting.map(({ folded }) => folded.length),
      textLengths: waiting.map(({ unit }) => unit.text.length),
      textStarts: waiting.map(({ unit }) => unit.textStart),
      kinds: waiting.map(({ unit, printed }) => kindCode(unit.kind, printed)),
    });
    document.length += waiting.reduce((sum, { folded }) => sum + folded.length, 0);
    document.runs.push(run);
    runs.push(run);
    unitCount += run.size;
    waiting.forEach(({ unit }, number) => {
      if (document.title === null && unit.kind === 'title' && isTitle(document, run, number)) {
        document.title = { run, number };
      }
    });
    waiting = [];
    waitingLength = 0;
  };

  const documentOf = (id: string): EngineDocument => {
    const present = documents.get(id);
    if (present !== undefined) return present;
    const made: EngineDocument = {
      ...{ id, order: everyDocument.length, described: null, facts: null, title: null },
      ...{ runs: [], length: 0, removed: false },
    };
    everyDocument.push(made);
    documents.set(id, made);
    return made;
  };

  const put = (unit: SearchUnit, document: EngineDocument, printed: boolean): void => {
    const folded = fold(unit.text);
    if (document !== waitingFor || waitingLength + folded.length > runLength) flush();
    waitingFor = document;
    waiting.push({ unit, printed, folded });
    waitingLength += folded.length + separator.length;
  };

  return {
    runs,
    documents: () => documents.values(),
    everyDocument,
    document: (documentId) => documents.get(documentId) ?? null,
    add: (units, described) => {
      const printed = printedTitles(units, described);
      for (const one of described) {
        const document = documentOf(one.id);
        document.described = one;
        document.facts = factsOf(one);
        if (!printed.has(one.id)) put(titleUnit(one), document, false);
      }
      for (const unit of units) put(unit, documentOf(unit.documentId), true);
      flush();
    },
    remove: (documentId) => {
      // A tombstone: taking ids out of FlexSearch walks its whole index.
      const document = documents.get(documentId);
      if (document === undefined) return;
      document.removed = true;
      gaps = true;
      documents.delete(documentId);
    },
    unitCount: () => unitCount,
    hasGaps: () => gaps,
  };
};

/** Whether a title block is its document's title; of a document that was never described its first one is. */
const isTitle = ({ facts }: EngineDocument, run: Run, number: number): boolean =>
  facts === null || facts.title === unitOf(run, number).folded;

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
