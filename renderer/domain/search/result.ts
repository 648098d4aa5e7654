import { foldText } from '../fold/index.ts';
import { placesOf } from './evaluate.ts';
import { rankClass, rankDocuments } from './ranking.ts';
import type { DocumentHits, SearchHit, SearchOptions, SearchResult } from './search-types.ts';
import type { EngineDocument, Unit } from './unit-store.ts';

/** A matching unit and how many places it has. */
export type Match = { readonly unit: Unit; readonly places: number };

/** The matching units of one document. */
type Group = {
  readonly document: EngineDocument;
  readonly order: number;
  readonly units: Unit[];
  rank: number;
  blocks: number;
  occurrences: number;
};

/** Counts, groups, orders and cuts the matching units; `terms` are the folded terms to be marked. */
export const resultOf = (
  found: readonly Match[],
  terms: readonly string[],
  options: SearchOptions,
): Omit<SearchResult, 'problems'> => {
  const groups = groupsOf(found, terms);
  const documents: DocumentHits[] = [];
  let room = Math.max(0, options.limit);
  for (const group of rankDocuments(groups)) {
    if (room <= 0) break;
    const shown = group.units.slice(0, Math.min(room, options.perDocument ?? room));
    room -= shown.length;
    documents.push({
      documentId: group.document.id,
      hits: shown.map((unit) => hitOf(unit, terms)),
      total: group.blocks,
      totalOccurrences: group.occurrences,
    });
  }
  const totalOccurrences = groups.reduce((sum, group) => sum + group.occurrences, 0);
  return { totalBlocks: found.length, totalOccurrences, totalDocuments: groups.length, documents };
};

const groupsOf = (found: readonly Match[], terms: readonly string[]): Group[] => {
  const groups = new Map<EngineDocument, Group>();
  let group: Group | undefined;
  for (const { unit, places } of found) {
    // Units of a document mostly follow one another.
    if (group?.document !== unit.document) {
      group = groups.get(unit.document) ?? {
        document: unit.document,
        order: unit.document.order,
        units: [],
        rank: Number.POSITIVE_INFINITY,
        blocks: 0,
        occurrences: 0,
      };
      groups.set(unit.document, group);
    }
    group.units.push(unit);
    group.blocks += 1;
    group.occurrences += places;
    group.rank = Math.min(group.rank, rankClass(unit, terms));
  }
  return [...groups.values()];
};

/** The offset map is made here, for the hits that are shown, not kept for the whole library. */
const hitOf = ({ blockId, kind, text, textStart }: Unit, terms: readonly string[]): SearchHit => {
  const { folded, map } = foldText(text);
  const ranges = placesOf(folded, terms).map((place) => {
    const { start, end } = map.rangeToOriginal(place.start, place.end);
    return { start: start + textStart, end: end + textStart };
  });
  return { blockId, kind, ranges, text, textStart };
};
