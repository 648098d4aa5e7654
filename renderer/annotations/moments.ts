import type { Language } from '../../preload/contract/index.ts';

/** A moment for reading: the time for today, otherwise the day, with the year when it is not this one. */
export function formatMoment(moment: string, language: Language, now = new Date()): string {
  const date = new Date(moment);
  const sameYear = date.getFullYear() === now.getFullYear();
  const today = sameYear && date.getMonth() === now.getMonth() && date.getDate() === now.getDate();
  return formatterOf(language, today ? 'time' : sameYear ? 'day' : 'dayOfYear').format(date);
}

const forms = {
  time: { hour: '2-digit', minute: '2-digit', hour12: false },
  day: { month: 'long', day: 'numeric' },
  dayOfYear: { month: 'long', day: 'numeric', year: 'numeric' },
} as const satisfies Readonly<Record<string, Intl.DateTimeFormatOptions>>;

const formatters = new Map<string, Intl.DateTimeFormat>();

/** Making a formatter takes longer than drawing the card that it is for. */
function formatterOf(language: Language, form: keyof typeof forms): Intl.DateTimeFormat {
  const key = `${language} ${form}`;
  const formatter = formatters.get(key) ?? new Intl.DateTimeFormat(language, forms[form]);
  formatters.set(key, formatter);
  return formatter;
}
