import { firstDay, lastDay } from '../validity/index.ts';
import type { Entry } from './entries.ts';

/** By which date documents stand in the timeline. */
export const timelineDates = ['issuedOn', 'effectiveOn', 'expiresOn'] as const;
export type TimelineDate = (typeof timelineDates)[number];

export type TimelineItem = {
  readonly entry: Entry;
  /** Where the date and the period of validity stand between the first and the last year, 0 to 1. */
  readonly at: number;
  readonly from: number | null;
  /** Null where the source names no end: the period is open. */
  readonly until: number | null;
};

export type Timeline = {
  /** All years from the first to the last that anything stands in. */
  readonly years: readonly number[];
  /** Where the day that is judged by stands, 0 to 1. */
  readonly today: number;
  /** Dated documents by the year of their date, earliest first. */
  readonly groups: readonly { readonly year: string; readonly items: readonly TimelineItem[] }[];
  /** Documents that do not say this date, in the order given. */
  readonly undated: readonly Entry[];
};

/**
 * Documents along the years by one of their dates. A partial date stands at its first day, as an end at its last.
 * `day` is the day that is judged by.
 */
export function timelineOf(entries: readonly Entry[], date: TimelineDate, day: string): Timeline {
  const dated: { readonly entry: Entry; readonly value: string }[] = [];
  const undated: Entry[] = [];
  for (const entry of entries) {
    const value = entry.document[date];
    if (value === null) undated.push(entry);
    else dated.push({ entry, value });
  }
  const dayOf = (value: string): string => (date === 'expiresOn' ? lastDay(value) : firstDay(value));
  const days = dated.flatMap(({ entry: { document }, value }) => [
    dayOf(value),
    ...(document.effectiveOn === null ? [] : [firstDay(document.effectiveOn)]),
    ...(document.expiresOn === null ? [] : [lastDay(document.expiresOn)]),
  ]);
  const yearsIn = [...days, day].map((each) => Number(each.slice(0, 4)));
  // Not spread into Math.min: a library may hold more documents than a call takes arguments.
  const first = yearsIn.reduce((least, year) => Math.min(least, year));
  const last = yearsIn.reduce((most, year) => Math.max(most, year));
  const start = Date.UTC(first, 0, 1);
  const length = Date.UTC(last + 1, 0, 1) - start;
  const place = (each: string): number => (Date.parse(each) - start) / length;

  const groups = new Map<string, TimelineItem[]>();
  const inOrder = [...dated].sort((a, b) => {
    const [dayA, dayB] = [dayOf(a.value), dayOf(b.value)];
    return dayA === dayB ? 0 : dayA < dayB ? -1 : 1;
  });
  for (const { entry, value } of inOrder) {
    const { effectiveOn, expiresOn } = entry.document;
    const item = {
      entry,
      at: place(dayOf(value)),
      from: effectiveOn === null ? null : place(firstDay(effectiveOn)),
      until: expiresOn === null ? null : place(lastDay(expiresOn)),
    };
    const year = value.slice(0, 4);
    const group = groups.get(year);
    if (group === undefined) groups.set(year, [item]);
    else group.push(item);
  }
  return {
    years: Array.from({ length: last - first + 1 }, (_, at) => first + at),
    today: place(day),
    groups: [...groups].map(([year, items]) => ({ year, items })),
    undated,
  };
}
