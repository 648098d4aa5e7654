import { foldText } from '../fold/index.ts';
import { markedPlaces, type Wanted } from './evaluate.ts';
import type { Group } from './groups.ts';
import type { Term } from './query.ts';
import { rankDocuments, titleClass } from './ranking.ts';
import { isPrinted, kindOf, type Run, type Unit, unitOf } from './runs.ts';
import type { TakeUnit } from './scan.ts';
import type { DocumentHits, SearchHit, SearchOptions, SearchResult } from './search-types.ts';

/** Finds the matching units of a run. */
export type FindIn = (run: Run, take: TakeUnit) => void;

/** Orders and cuts what was counted; only of the documents that are shown the units themselves are looked up. */
export const resultOf = (
  groups: readonly Group[],
  wanted: Wanted,
  options: SearchOptions,
  findIn: FindIn,
): Omit<SearchResult, 'problems' | 'notes'> => {
  const only = onlyTerm(wanted);
  const documents: DocumentHits[] = [];
  let room = Math.max(0, options.limit);
  let skipped = Math.max(0, options.from ?? 0);
  const ranked = groups.map((group) => ({
    group,
    rank: isWholeTitle(group, only) ? 0 : group.rank,
    density: group.occurrences / Math.max(1, group.document.length),
    position: group.position,
    order: group.document.order,
  }));
  for (const { group } of rankDocuments(ranked, room > 0 ? room + skipped : 0)) {
    if (room <= 0) break;
    const passed = Math.min(skipped, group.total);
    skipped -= passed;
    if (passed === group.total) continue;
    const most = Math.min(room, options.perDocument ?? room);
    const shown = shownUnits(group, findIn, passed + most).slice(passed);
    room -= shown.length;
    documents.push({
      documentId: group.document.id,
      hits: shown.map((unit) => hitOf(unit, wanted)),
      total: group.total,
      totalOccurrences: group.occurrences,
    });
  }
  return {
    totalBlocks: groups.reduce((sum, { total }) => sum + total, 0),
    totalOccurrences: groups.reduce((sum, { occurrences }) => sum + occurrences, 0),
    totalDocuments: groups.length,
    documents,
  };
};

/** The query, when it is one term. */
const onlyTerm = ({ clauses, marked }: Wanted): Term | null => {
  const [first] = marked;
  return clauses.length === 1 && marked.length === 1 && first?.type === 'term' ? first : null;
};

const isWholeTitle = ({ document, rank }: Group, only: Term | null): boolean =>
  rank === titleClass &&
  document.title !== null &&
  only?.folded === unitOf(document.title.run, document.title.number).folded;

/** The first units of a document, its title before all others wherever the source prints it. */
const shownUnits = ({ document, rank }: Group, findIn: FindIn, most: number): readonly Unit[] => {
  const leading = rank === titleClass ? document.title : null;
  const units = leading === null ? [] : [unitOf(leading.run, leading.number)];
  for (const run of document.runs) {
    if (units.length >= most) break;
    findIn(run, (_run, number) => {
      const isLeading = leading?.run === run && leading.number === number;
      if (units.length < most && !isLeading) units.push(unitOf(run, number));
    });
  }
  return units.slice(0, most);
};

/** The offset map is made here, for the hits that are shown, not kept for the whole library. */
const hitOf = (unit: Unit, wanted: Wanted): SearchHit => {
  const { run, number, text } = unit;
  const textStart = run.textStarts[number] ?? 0;
  const places = markedPlaces(wanted, unit);
  const map = wanted.exact || places.length === 0 ? null : foldText(text).map;
  const ranges = places.map((place) => {
    const { start, end } = map === null ? place : map.rangeToOriginal(place.start, place.end);
    return { start: start + textStart, end: end + textStart };
  });
  const blockId = run.blockIds()[number] ?? '';
  return { blockId, kind: kindOf(run, number), printed: isPrinted(run, number), ranges, text, textStart };
};
