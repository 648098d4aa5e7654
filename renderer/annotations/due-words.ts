import type { Annotation, Language } from '../../preload/contract/index.ts';
import type { Translate } from '../domain/strings/index.ts';

/** Whether an action should have been done before `today` (both days as `2026-11-22`). */
export function isOverdue({ due, status }: Pick<Annotation, 'due' | 'status'>, today: string): boolean {
  return status === 'open' && due !== null && due < today;
}

/** What a card says of a due date; null without one. */
export function dueWords(
  { due, status }: Pick<Annotation, 'due' | 'status'>,
  today: string,
  language: Language,
  t: Translate,
): string | null {
  if (due === null) return null;
  const day = dayWords(due, today, language);
  if (status !== 'open') return t('due.on', { day });
  const count = Math.round((Date.parse(due) - Date.parse(today)) / 86_400_000);
  if (count < 0) return t('due.overdue', { day, count: -count });
  return count === 0 ? t('due.today') : t('due.ahead', { day, count });
}

/** A calendar day, with the year where it is not this one. */
function dayWords(day: string, today: string, language: Language): string {
  const sameYear = day.slice(0, 4) === today.slice(0, 4);
  return new Intl.DateTimeFormat(language, {
    month: 'long',
    day: 'numeric',
    ...(sameYear ? {} : { year: 'numeric' }),
    timeZone: 'UTC',
  }).format(new Date(`${day}T00:00:00Z`));
}
