import type { Language } from '../../preload/contract/index.ts';

/** A moment for reading: the time for today, otherwise the day, with the year when it is not this one. */
export function formatMoment(moment: string, language: Language, now = new Date()): string {
  const date = new Date(moment);
  const sameYear = date.getFullYear() === now.getFullYear();
  const today = sameYear && date.getMonth() === now.getMonth() && date.getDate() === now.getDate();
  const options: Intl.DateTimeFormatOptions = today
    ? { hour: '2-digit', minute: '2-digit', hour12: false }
    : { month: 'long', day: 'numeric', ...(sameYear ? {} : { year: 'numeric' }) };
  return new Intl.DateTimeFormat(language, options).format(date);
}
