import { rankClass } from './ranking.ts';
import { type EngineDocument, positionOf, type Run } from './runs.ts';

/** What is known of a document's matching units before any of them is shown. */
export type Group = {
  readonly document: EngineDocument;
  /** Matching units. */
  total: number;
  occurrences: number;
  /** Where the first of them begins in the document, in folded units. */
  readonly position: number;
  /** The best `rankClass` of them. */
  rank: number;
};

/** Counts matching units by document; nothing is kept of the units themselves. */
export type Groups = {
  /** Units of a document: how many, where the first of them begins, their places and best class. */
  readonly count: (
    document: EngineDocument,
    units: number,
    position: number,
    places: number,
    rank: number,
  ) => void;
  readonly take: (run: Run, number: number, places: number) => void;
  readonly all: () => readonly Group[];
};

/** `documents`: how many there are, by their `order`. */
export const createGroups = (documents: number): Groups => {
  const groups: Group[] = [];
  // One more than the place in `groups`, by the order of the document; quicker than a map with a thousand keys.
  const places = new Uint32Array(documents);
  const groupOf = ({ order }: EngineDocument): Group | undefined => groups[(places[order] ?? 0) - 1];
  const open = (group: Group): void => {
    places[group.document.order] = groups.push(group);
  };
  return {
    count: (document, total, position, occurrences, rank) => {
      const group = groupOf(document);
      if (group === undefined) {
        open({ document, total, occurrences, position, rank });
        return;
      }
      group.total += total;
      group.occurrences += occurrences;
      if (rank < group.rank) group.rank = rank;
    },
    take: (run, number, occurrences) => {
      const rank = rankClass(run, number);
      const group = groupOf(run.document);
      if (group === undefined) {
        open({ document: run.document, total: 1, occurrences, position: positionOf(run, number), rank });
        return;
      }
      group.total += 1;
      group.occurrences += occurrences;
      if (rank < group.rank) group.rank = rank;
    },
    all: () => groups,
  };
};
