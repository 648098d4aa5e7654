import { BlockList } from './blocks.ts';
import type { ContentsEntry } from './compilation.ts';
import { joinSegments, type Paragraph } from './joins.ts';
import { cleanText, type MappedText } from './mapped.ts';
import type { Block, Furniture, Range } from './model.ts';
import { type DeclaredOutline, type Outlined, outlineParagraphs } from './outline.ts';
import { markRoles, type RoleHints } from './roles.ts';
import { cutSegments, type MarkedLine } from './segments.ts';
import { readTable, type TableRow } from './table.ts';

export interface DocumentSource {
  readonly id: string;
  readonly source: string;
  /** The document's lines, furniture taken out, each with what divides it from the one before. */
  readonly lines: readonly (Range & { readonly gap: 'line' | 'page' })[];
  readonly hints: RoleHints;
  readonly outline: DeclaredOutline | undefined;
  readonly contents: readonly ContentsEntry[];
  /** Ornament at the end of title lines. */
  readonly ornament: string | undefined;
}

export interface BuiltDocument {
  readonly blocks: readonly Block[];
  /** Furniture that only the reading of the document could tell: repeated table headers. */
  readonly furniture: readonly Furniture[];
}

/** Lines -> roles -> segments -> paragraphs -> outline and tables -> blocks. */
export function buildDocument(input: DocumentSource): BuiltDocument {
  const { source } = input;
  const entries = new Map(input.contents.map((entry) => [entry.start, entry]));
  const lines = input.lines.filter((line) => !entries.has(line.start));
  const marked = markRoles(source, lines, input.hints);
  const tables = readTables(source, marked);
  const paragraphs = mergeTitles(joinSegments(source, cutSegments(source, marked)));
  const outlined = outlineParagraphs(source, paragraphs, input.outline);
  const list = new BlockList(input.id);
  const ids = new Map<number, string>();
  const contents = [...input.contents];
  outlined.forEach((item, index) => {
    const start = item.paragraph.ranges[0]?.start ?? 0;
    while (contents[0] !== undefined && contents[0].start < start)
      addContents(source, list, contents.shift());
    const parentId = item.parent === null ? null : (ids.get(item.parent) ?? null);
    if (item.paragraph.role === 'table') {
      const row = tables.rows.get(start);
      if (row !== undefined) list.addRow(row, null);
      return;
    }
    ids.set(index, list.addOutlined(withoutOrnament(item, input.ornament), parentId).id);
  });
  for (const entry of contents) addContents(source, list, entry);
  return { blocks: list.blocks, furniture: tables.headers };
}

interface Tables {
  readonly rows: ReadonlyMap<number, TableRow>;
  readonly headers: readonly Furniture[];
}

/** Table lines in one run are one table, whatever pages they were printed on. */
function readTables(source: string, lines: readonly MarkedLine[]): Tables {
  const runs: MarkedLine[][] = [];
  lines.forEach((line, index) => {
    if (line.role !== 'table') return;
    if (lines[index - 1]?.role === 'table') runs[runs.length - 1]?.push(line);
    else runs.push([line]);
  });
  const rows = new Map<number, TableRow>();
  const headers: Furniture[] = [];
  for (const run of runs) {
    const reading = readTable(source, run);
    headers.push(...reading.headers);
    for (const row of reading.rows) rows.set(row.start, row);
  }
  return { rows, headers };
}

/** A title may be set in several lines. */
function mergeTitles(paragraphs: readonly Paragraph[]): readonly Paragraph[] {
  const merged: Paragraph[] = [];
  for (const paragraph of paragraphs) {
    const last = merged[merged.length - 1];
    const lastEnd = last?.ranges[last.ranges.length - 1]?.end;
    const start = paragraph.ranges[0]?.start;
    const adjacent = lastEnd !== undefined && start !== undefined && start - lastEnd === 1;
    if (last?.role === 'title' && paragraph.role === 'title' && adjacent) {
      merged[merged.length - 1] = {
        ...last,
        ranges: [...last.ranges, ...paragraph.ranges],
        joints: [...last.joints, 'line-join', ...paragraph.joints],
      };
    } else merged.push(paragraph);
  }
  return merged;
}

function withoutOrnament(item: Outlined, ornament: string | undefined): Outlined {
  const { text } = item.clean;
  if (ornament === undefined || item.paragraph.role !== 'title' || !text.endsWith(ornament)) return item;
  return { ...item, clean: dropTail(item.clean, text.length - ornament.length) };
}

function dropTail(clean: MappedText, length: number): MappedText {
  const start = (clean.positions[length - 1] ?? 0) + 1;
  const end = (clean.positions[clean.positions.length - 1] ?? 0) + 1;
  const original = `${' '.repeat(Math.max(0, end - start - (clean.text.length - length)))}${clean.text.slice(length)}`;
  const kept = clean.repairs.filter((r) => r.end <= start);
  return {
    text: clean.text.slice(0, length),
    positions: clean.positions.slice(0, length),
    repairs: [
      ...kept,
      { start, end, at: length, kind: 'furniture', original, replacement: '', note: 'ornament' },
    ],
  };
}

function addContents(source: string, list: BlockList, entry: ContentsEntry | undefined): void {
  if (entry === undefined) return;
  const title = cleanText(source, { ranges: [{ start: entry.start, end: entry.titleEnd }], joints: [] });
  const leader = { start: entry.titleEnd, end: entry.end, at: title.text.length };
  const original = source.slice(entry.titleEnd, entry.end);
  list.add({
    kind: 'contents',
    text: {
      ...title,
      repairs: [
        ...title.repairs,
        { ...leader, kind: 'furniture', original, replacement: '', note: 'leader and page' },
      ],
    },
    ranges: [{ start: entry.start, end: entry.end }],
  });
}
