import { localDay } from '../validity/index.ts';

// The day of a moment is asked for again and again, and the calendar is slow.
const days = new Map<string, string>();

/** The reader's own day of a moment. */
export function dayOf(moment: string): string {
  let day = days.get(moment);
  if (day === undefined) {
    if (days.size > 50_000) days.clear();
    day = localDay(new Date(moment));
    days.set(moment, day);
  }
  return day;
}
