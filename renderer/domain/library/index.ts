export { type Entry, entriesOf, tagsInUse } from './entries.ts';
export {
  type Facet,
  facets,
  filterEntries,
  isNarrowing,
  type LibraryFilter,
  noFilter,
  optionsOf,
  toggleChoice,
  unstated,
} from './filter.ts';
export {
  nextSorting,
  type Row,
  rowsOf,
  type SortColumn,
  type Sorting,
  type SortKey,
  sortColumns,
  sortEntries,
  usualSorting,
} from './sort.ts';
export { type TimelineDate, type TimelineItem, timelineDates, timelineOf } from './timeline.ts';
