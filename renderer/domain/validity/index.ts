import type { DocumentSummary } from '../../../preload/contract/index.ts';

/** 现行, 将到期, 尚未施行, 已失效, 未载明: from what holds to what says nothing. */
export const validities = ['current', 'expiring', 'pending', 'expired', 'unstated'] as const;
export type Validity = (typeof validities)[number];

const noticeDays = 90;

/**
 * Whether a document is in force on `day` (ISO date), by the dates it prints itself (schema.md,
 * last paragraph). A partial date counts from its first day as a beginning and to its last day as an end.
 */
export function validityOf(
  { effectiveOn, expiresOn }: Pick<DocumentSummary, 'effectiveOn' | 'expiresOn'>,
  day: string,
): Validity {
  if (effectiveOn === null && expiresOn === null) return 'unstated';
  if (effectiveOn !== null && day < firstDay(effectiveOn)) return 'pending';
  if (expiresOn !== null && day > lastDay(expiresOn)) return 'expired';
  if (expiresOn !== null && daysBetween(day, lastDay(expiresOn)) <= noticeDays) return 'expiring';
  return 'current';
}

/** The first day of a date of any precision. */
export function firstDay(partial: string): string {
  const [year, month = '01', day = '01'] = partial.split('-');
  return `${year}-${month}-${day}`;
}

/** The last day of a date of any precision: of 2012 the 31st of December. */
export function lastDay(partial: string): string {
  if (partial.length === 10) return partial;
  if (partial.length === 4) return `${partial}-12-31`;
  const [year = 0, month = 1] = partial.split('-').map(Number);
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
}

function daysBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / 86_400_000;
}

/** The reader's own calendar day as an ISO date; `toISOString` would give the day in London. */
export function localDay(now: Date): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
