import { foldText } from '../fold/index.ts';
import { markedPlaces, type Wanted } from './evaluate.ts';
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
  readonly position: number;
  rank: number;
  occurrences: number;
};

/** Counts, groups, orders and cuts the matching units. */
export const resultOf = (
  found: readonly Match[],
  wanted: Wanted,
  options: SearchOptions,
): Omit<SearchResult, 'problems' | 'notes'> => {
  const groups = groupsOf(found, wanted);
  const documents: DocumentHits[] = [];
  let room = Math.max(0, options.limit);
  let skipped = Math.max(0, options.from ?? 0);
  const ranked = groups.map((group) => ({
    ...group,
    density: group.occurrences / Math.max(1, group.document.length),
  }));
  for (const group of room > 0 ? rankDocuments(ranked) : []) {
    if (room <= 0) break;
    const left = group.units.slice(skipped);
    skipped -= group.units.length - left.length;
    if (left.length === 0) continue;
    const shown = left.slice(0, Math.min(room, options.perDocument ?? room));
    room -= shown.length;
    documents.push({
      documentId: group.document.id,
      hits: shown.map((unit) => hitOf(unit, wanted)),
      total: group.units.length,
      totalOccurrences: group.occurrences,
    });
  }
  const totalOccurrences = groups.reduce((sum, group) => sum + group.occurrences, 0);
  return { totalBlocks: found.length, totalOccurrences, totalDocuments: groups.length, documents };
};

const groupsOf = (found: readonly Match[], { clauses, marked }: Wanted): Group[] => {
  const groups = new Map<EngineDocument, Group>();
  const [first] = marked;
  const only = clauses.length === 1 && marked.length === 1 && first?.type === 'term' ? first : null;
  let group: Group | undefined;
  for (const { unit, places } of found) {
    // Units of a document mostly follow one another.
    if (group?.document !== unit.document) {
      group = groups.get(unit.document) ?? {
        document: unit.document,
        order: unit.document.order,
        units: [],
        position: unit.position,
        rank: Number.POSITIVE_INFINITY,
        occurrences: 0,
      };
      groups.set(unit.document, group);
    }
    // A title leads its document's hits wherever the source prints it.
    if (unit.document.title === unit) group.units.unshift(unit);
    else group.units.push(unit);
    group.occurrences += places;
    group.rank = Math.min(group.rank, rankClass(unit, only));
  }
  return [...groups.values()];
};

/** The offset map is made here, for the hits that are shown, not kept for the whole library. */
const hitOf = (unit: Unit, wanted: Wanted): SearchHit => {
  const { blockId, kind, printed, text, textStart } = unit;
  const places = markedPlaces(wanted, unit);
  const map = wanted.exact || places.length === 0 ? null : foldText(text).map;
  const ranges = places.map((place) => {
    const { start, end } = map === null ? place : map.rangeToOriginal(place.start, place.end);
    return { start: start + textStart, end: end + textStart };
  });
  return { blockId, kind, printed, ranges, text, textStart };
};
