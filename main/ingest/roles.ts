import { readLabel } from './labels.ts';
import { squeeze } from './lines.ts';
import type { Range } from './model.ts';
import { foldDigits } from './numerals.ts';
import type { MarkedLine, Segment } from './segments.ts';

export interface RoleHints {
  /** The document's title, to be known where it is printed. */
  readonly title: string;
  /** Ranges of lines that a former step found to be the title. */
  readonly titleLines: readonly Range[];
  readonly declared: readonly { readonly line: string; readonly kind: NonNullable<Segment['role']> }[];
}

const NUMBER = /^\p{Script=Han}{1,12}[〔[［【]\d{4}[〕\]］】]\d+号$/u;
const DATE =
  /^(\d{4}年\d{1,2}月\d{1,2}日|[〇○零一二三四五六七八九]{4}年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日)(印发)?$/;
const ADDRESSEES = /(政府|单位|局|委|办|部门|公司|院校|中心|企业)[:：]$/;
const BODY_NAME = /^\p{Script=Han}{0,24}(政府|国务院|办公厅|办公室|委员会|局|厅|部|院|委)$/u;

/**
 * What the lines of a document's head, foot and attachments are: 文号, addressees, dates, notes, signatures,
 * titles, table rows (GB/T 9704 gives these parts). Lines of the running text get null.
 */
export function markRoles(
  source: string,
  lines: readonly (Range & { readonly gap: 'line' | 'page' })[],
  hints: RoleHints,
): readonly MarkedLine[] {
  const texts = lines.map((line) => foldDigits(squeeze(source.slice(line.start, line.end))));
  const declared = new Map(hints.declared.map((d) => [foldDigits(squeeze(d.line)), d.kind]));
  const title = foldDigits(squeeze(hints.title));
  const cited = new Set<string>();
  const tables = tableLines(source, lines);
  const marked: MarkedLine[] = [];
  let inBody = false;
  let addressed = false;
  lines.forEach((line, index) => {
    const text = texts[index] ?? '';
    const before = marked[marked.length - 1]?.role ?? null;
    const isTitle =
      text === title ||
      cited.has(text) ||
      hints.titleLines.some((t) => t.start <= line.start && line.end <= t.end) ||
      (before === 'attachment' && isShortName(text)) ||
      /^(前言|序言|引言|结语|结束语|后记)$/.test(text);
    let role: Segment['role'] = null;
    if (declared.has(text)) role = declared.get(text) ?? null;
    else if (tables.has(index)) role = 'table';
    else if (isTitle) role = 'title';
    else if (NUMBER.test(text)) role = 'number';
    else if (DATE.test(text)) role = 'date';
    else if (/^附件\d*$/.test(text)) role = 'attachment';
    else if (isNote(text) || (!inBody && isOccasion(text))) role = 'note';
    else if (!inBody && !addressed && text.length <= 120 && ADDRESSEES.test(text)) role = 'addressees';
    else if (BODY_NAME.test(text) && DATE.test(texts[index + 1] ?? '')) role = 'signature';
    else if (index === 0 && /^\p{Script=Han}{4,30}文件$/u.test(text)) role = 'signature';
    if (role === 'addressees') addressed = true;
    if (role === null && readLabel(text) !== null) inBody = true;
    // A notice names the plan that it carries; the plan's own title line repeats the name.
    if (!inBody) for (const name of text.matchAll(/《([^《》]+)》/g)) cited.add(name[1] ?? '');
    if (text.startsWith('附件：') || text.startsWith('附件:')) cited.add(text.slice(3));
    marked.push({ ...line, role });
  });
  return marked;
}

/** A TAB between two words. One after a label only sets the text off. */
function isTabbed(source: string, line: Range): boolean {
  const text = source.slice(line.start, line.end);
  const label = readLabel(text)?.length ?? 0;
  return text.slice(label).trimStart().includes('\t');
}

/**
 * Which lines are rows of a table. A row with one cell shows its TAB only outside the trimmed line, as an
 * indented paragraph does: it is a row when a row stands beside it.
 */
function tableLines(source: string, lines: readonly Range[]): ReadonlySet<number> {
  const rows = new Set<number>();
  lines.forEach((line, i) => {
    if (isTabbed(source, line)) rows.add(i);
  });
  lines.forEach((line, i) => {
    const edge = source[line.start - 1] === '\t' || source[line.end] === '\t';
    if (edge && (rows.has(i - 1) || rows.has(i + 1))) rows.add(i);
  });
  return rows;
}

function isNote(text: string): boolean {
  return /^[(（]此件.*[)）]$/.test(text) || /^(附件|抄送|注|附注)[:：]/.test(text);
}

/** ——2024年1月15日在某市第十届人民代表大会第三次会议上: under the title of a report. */
function isOccasion(text: string): boolean {
  return /^[—(（].*\d{4}年.*[会议]上[)）]?$/.test(text);
}

function isShortName(text: string): boolean {
  return text.length <= 60 && readLabel(text) === null && !/[。;；:：]/.test(text);
}
