import { IngestError } from './errors.ts';
import { squeeze } from './lines.ts';
import type { Furniture, Range } from './model.ts';

/** The lines a manifest declares to be of the web page the file was taken from. */
export function webChrome(
  source: string,
  lines: readonly Range[],
  declared: readonly string[],
  file: string,
): readonly Furniture[] {
  return declared.map((wanted) => {
    const line = lines.find((l) => squeeze(source.slice(l.start, l.end)) === squeeze(wanted));
    if (line === undefined) {
      throw new IngestError('manifest', file, null, `the declared line is not in the file: ${wanted}`);
    }
    return { start: line.start, end: line.end, reason: 'web-chrome' as const };
  });
}

export interface PageNumber extends Range {
  readonly page: number;
}

export interface PageNumbers {
  readonly pages: readonly PageNumber[];
  readonly strays: readonly Furniture[];
}

/**
 * Page numbers are lines that hold one integer and go on counting from 1 (R7); an integer alone on a line
 * that does not go on is a stray. Fewer than three in order are no page numbers at all.
 */
export function pageNumbers(source: string, lines: readonly Range[], from: number): PageNumbers {
  const pages: PageNumber[] = [];
  const strays: Furniture[] = [];
  const alone = lines.filter((l) => l.start >= from && /^\d{1,4}$/.test(source.slice(l.start, l.end)));
  alone.forEach((line, index) => {
    const value = Number(source.slice(line.start, line.end));
    const next = alone[index + 1];
    const nextValue = next === undefined ? null : Number(source.slice(next.start, next.end));
    // A stray may happen to be the number that is due: then the line after it is the number itself again.
    const due = value === pages.length + 1 && nextValue !== value;
    if (due) pages.push({ start: line.start, end: line.end, page: value });
    else strays.push({ start: line.start, end: line.end, reason: 'stray-number' });
  });
  return pages.length < 3 ? { pages: [], strays: [] } : { pages, strays };
}

/**
 * Whether the title line `part` stands in `whole`, by pairs of characters: contents entries have misprints
 * (one lost character breaks two pairs) and layout blanks.
 */
export function standsIn(part: string, whole: string): boolean {
  const a = bare(part);
  const b = bare(whole);
  if (a.length < 3) return b.includes(a);
  const pairs = new Set<string>();
  for (let i = 0; i + 1 < b.length; i += 1) pairs.add(b.slice(i, i + 2));
  let lost = 0;
  for (let i = 0; i + 1 < a.length; i += 1) if (!pairs.has(a.slice(i, i + 2))) lost += 1;
  const total = a.length - 1;
  return lost <= total * 0.12 || (lost <= 2 && total >= 8);
}

function bare(title: string): string {
  return squeeze(title).replace(/[《》]/g, '');
}
