import { IngestError } from './errors.ts';
import { type PageNumber, standsIn } from './furniture.ts';
import { squeeze } from './lines.ts';
import { cleanText } from './mapped.ts';
import type { Furniture, Range } from './model.ts';

/** A line of the contents: title, dots, page. */
export interface ContentsEntry extends Range {
  readonly titleEnd: number;
  readonly page: number;
}

/** One of the documents that a compilation holds. */
export interface Part {
  readonly entry: ContentsEntry;
  readonly source: Range;
  /** Where its title is printed: lines before the text, or the foot of its first page. */
  readonly printedTitle: readonly Range[];
  readonly titleIsFooter: boolean;
  readonly title: string;
  readonly issuers: readonly string[];
}

/** The contents lines that follow the line `contentsLine`. */
export function readContents(
  source: string,
  lines: readonly Range[],
  contentsLine: string,
  file: string,
): readonly ContentsEntry[] {
  const at = lines.findIndex((l) => squeeze(source.slice(l.start, l.end)) === squeeze(contentsLine));
  if (at < 0) throw new IngestError('structure', file, null, `no contents line “${contentsLine}”`);
  const entries: ContentsEntry[] = [];
  for (const line of lines.slice(at + 1)) {
    const text = source.slice(line.start, line.end);
    const found = /^(.*?)[\s\u00a0]*\.{4,}[\s\u00a0]*(\d{1,4})$/.exec(text);
    if (found === null) break;
    entries.push({ ...line, titleEnd: line.start + (found[1] ?? '').length, page: Number(found[2]) });
  }
  if (entries.length === 0)
    throw new IngestError('structure', file, lines[at]?.start ?? 0, 'the contents are empty');
  return entries;
}

/**
 * Cut a compilation into the documents its contents list: each begins after the number of the page before its
 * own. Finds their titles, which the page layout may have put at the foot of the first page, inside a sentence.
 * @throws IngestError `structure` when a page the contents name is not there
 */
export function splitParts(
  source: string,
  lines: readonly Range[],
  entries: readonly ContentsEntry[],
  pages: readonly PageNumber[],
  skip: readonly Furniture[],
  file: string,
): readonly Part[] {
  const skipped = new Set(skip.map((f) => f.start));
  const numbers = new Set(pages.map((p) => p.start));
  const contentsEnd = entries[entries.length - 1]?.end ?? 0;
  return entries.map((entry, index) => {
    const own = pages[entry.page - 1];
    if (own === undefined)
      throw new IngestError('structure', file, entry.start, `page ${entry.page} is not in the file`);
    const from = entry.page === 1 ? contentsEnd : (pages[entry.page - 2]?.end ?? contentsEnd);
    const next = entries[index + 1];
    const to = next === undefined ? source.length : (pages[next.page - 2]?.start ?? source.length);
    const inside = lines.filter(
      (l) => l.start >= from && l.end <= to && !skipped.has(l.start) && !numbers.has(l.start),
    );
    const listed = squeeze(source.slice(entry.start, entry.titleEnd));
    const footer = footerLines(
      source,
      inside.filter((l) => l.end <= own.start),
      listed,
    );
    const head = footer.length > 0 ? [] : headLines(source, inside, listed);
    const body = inside.filter((l) => !footer.includes(l));
    const first = body[0];
    const last = body[body.length - 1];
    if (first === undefined || last === undefined) {
      throw new IngestError('structure', file, entry.start, 'a listed document has no text');
    }
    const printed = footer.length > 0 ? footer : head;
    return {
      entry,
      source: { start: first.start, end: last.end },
      printedTitle: printed,
      titleIsFooter: footer.length > 0,
      ...titleAndIssuers(source, entry, printed),
    };
  });
}

/** The last group of lines before the page number, when a blank line divides it from the text. */
function footerLines(source: string, page: readonly Range[], listed: string): readonly Range[] {
  const group: Range[] = [];
  for (let i = page.length - 1; i >= 0; i -= 1) {
    const line = page[i];
    const below = group[0];
    if (line === undefined) break;
    if (below !== undefined && source.slice(line.end, below.start).split('\n').length > 2) break;
    if (!standsIn(source.slice(line.start, line.end), listed)) return [];
    group.unshift(line);
  }
  const text = group.map((l) => source.slice(l.start, l.end)).join('');
  return group.length > 0 && standsIn(text, listed) ? group : [];
}

function headLines(source: string, inside: readonly Range[], listed: string): readonly Range[] {
  const head: Range[] = [];
  for (const line of inside) {
    if (!standsIn(source.slice(line.start, line.end), listed)) break;
    head.push(line);
  }
  return head;
}

/**
 * A contents entry reads “<issuers>(关于)印发《title》的通知” or “<issuers>关于…”. The printed title is better
 * than the listed one (no misprint, its blanks are meant). Several issuers printed before 关于 are no part of
 * the title; a single one is (“上海市人民政府关于…的若干意见”).
 */
function titleAndIssuers(
  source: string,
  entry: ContentsEntry,
  printedLines: readonly Range[],
): { readonly title: string; readonly issuers: readonly string[] } {
  const listed = source.slice(entry.start, entry.titleEnd);
  const names = /^(.+?)(?=关于|印发|转发)/.exec(listed)?.[1] ?? '';
  const issuers = names.split(/[\s\u00a0]+/).filter((n) => n !== '');
  const carried = /(?:印发|转发)\s*《(.+)》\s*(?:的\s*通知)?$/.exec(listed)?.[1];
  const own = printedLines.length === 0 ? squeeze(carried ?? listed) : joinTitle(source, printedLines);
  const from = own.search(/关于|印发/);
  const several = issuers.length > 1 && from > 0 && squeeze(own.slice(0, from)) === issuers.join('');
  return { title: several ? own.slice(from) : own, issuers };
}

function joinTitle(source: string, lines: readonly Range[]): string {
  return cleanText(source, { ranges: lines, joints: lines.slice(1).map(() => 'line-join' as const) }, 'title')
    .text;
}
