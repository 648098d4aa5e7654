import { cutRanges, type MappedText, sliceMapped } from './mapped.ts';
import type { Block, BlockKind, LevelBasis, Range, Repair } from './model.ts';
import type { Outlined } from './outline.ts';
import type { TableRow } from './table.ts';

interface Fields {
  readonly kind: BlockKind;
  readonly text: MappedText;
  readonly ranges: readonly Range[];
  readonly number?: string | null;
  readonly closing?: string;
  readonly level?: number | null;
  readonly levelBasis?: LevelBasis | null;
  readonly parentId?: string | null;
  readonly runInOf?: string | null;
  readonly cells?: Block['cells'];
}

/** Collects a document's blocks in source order and gives them their ids (`<document>-b0001` …). */
export class BlockList {
  readonly #documentId: string;
  readonly #blocks: Block[] = [];

  constructor(documentId: string) {
    this.#documentId = documentId;
  }

  get blocks(): readonly Block[] {
    return this.#blocks;
  }

  add(fields: Fields): Block {
    const ord = this.#blocks.length + 1;
    const block: Block = {
      id: `${this.#documentId}-b${String(ord).padStart(4, '0')}`,
      ord,
      kind: fields.kind,
      level: fields.level ?? null,
      levelBasis: fields.levelBasis ?? null,
      number: fields.number ?? null,
      text: fields.text.text,
      closing: fields.closing ?? '',
      parentId: fields.parentId ?? null,
      runInOf: fields.runInOf ?? null,
      ranges: fields.ranges,
      repairs: fields.text.repairs,
      cells: fields.cells ?? [],
      positions: fields.text.positions,
    };
    this.#blocks.push(block);
    return block;
  }

  addRow(row: TableRow, parentId: string | null): Block {
    const text = { text: row.text, positions: row.positions, repairs: row.repairs };
    return this.add({
      kind: 'table',
      text,
      ranges: [{ start: row.start, end: row.end }],
      parentId,
      cells: row.cells,
    });
  }

  /** One paragraph of the outline: a block, or two when a heading runs into its paragraph. */
  addOutlined(item: Outlined, parentId: string | null): Block {
    const { clean, paragraph } = item;
    const label = paragraph.label;
    const number = label === null ? null : label.repaired;
    const whole = clean.text.length;
    const level = { level: item.level, levelBasis: item.levelBasis };
    if (item.type === 'heading' || item.type === 'run-in') {
      const closing = closingOf(item);
      const to = item.headingEnd + closing.length;
      const text = this.#labelled(item, item.headingEnd);
      const heading = this.add({
        kind: 'heading',
        text,
        ranges: rangesOf(item, 0, to),
        number,
        closing,
        parentId,
        ...level,
      });
      if (item.type === 'run-in') {
        this.add({
          kind: 'paragraph',
          text: sliceMapped(clean, to, whole),
          ranges: rangesOf(item, to, whole),
          parentId: heading.id,
          runInOf: heading.id,
        });
      }
      return heading;
    }
    return this.add({
      kind: blockKind(item),
      text: this.#labelled(item, whole, number ?? ''),
      ranges: mergeLines(item, paragraph.ranges),
      number,
      parentId,
    });
  }

  /**
   * The text with `label` before it: '' for a heading, whose number stands apart; the printed label, as
   * repaired, for an item. The label's own repairs stand at 0.
   */
  #labelled(item: Outlined, end: number, label = ''): MappedText {
    const { clean, labelLength, paragraph } = item;
    const whole = end === clean.text.length;
    const sliced = whole ? clean : sliceMapped(clean, 0, end + closingOf(item).length);
    const shift = label.length - labelLength;
    const repairs: Repair[] = sliced.repairs.map((r) => ({ ...r, at: Math.max(0, r.at + shift) }));
    const start = clean.positions[0] ?? 0;
    const damaged = paragraph.label?.damaged === true;
    if (damaged) {
      const replacement = paragraph.label?.repaired ?? '';
      repairs.unshift({
        start,
        end: start + labelLength,
        at: 0,
        kind: 'bracket',
        original: replacement.slice(1),
        replacement,
        note: 'the opening bracket is lost in the source',
      });
    }
    // A bracket that was put in has no place of its own in the file: it counts as where the label begins.
    const printed =
      label === '' ? [] : [...(damaged ? [start] : []), ...clean.positions.slice(0, labelLength)];
    return {
      text: label + clean.text.slice(labelLength, end),
      positions: [...printed, ...clean.positions.slice(labelLength, end)],
      repairs,
    };
  }
}

/** The mark that ends a heading: 。, or ： where its siblings have one. */
function closingOf({ clean, headingEnd }: Outlined): string {
  const mark = clean.text[headingEnd] ?? '';
  return /[。：:]/.test(mark) ? mark : '';
}

function rangesOf(item: Outlined, start: number, end: number): readonly Range[] {
  const { positions } = item.clean;
  const from = positions[start] ?? 0;
  const to = (positions[end - 1] ?? from) + 1;
  return mergeLines(item, cutRanges(item.paragraph.ranges, from, to));
}

/** Pieces that only a line end divides are one range; a page end divides ranges. */
function mergeLines(item: Outlined, ranges: readonly Range[]): readonly Range[] {
  const pageGaps = new Set<number>();
  item.paragraph.joints.forEach((joint, i) => {
    if (joint === 'page-join') pageGaps.add(item.paragraph.ranges[i + 1]?.start ?? -1);
  });
  const merged: Range[] = [];
  for (const range of ranges) {
    const last = merged[merged.length - 1];
    if (last !== undefined && !pageGaps.has(range.start))
      merged[merged.length - 1] = { start: last.start, end: range.end };
    else merged.push(range);
  }
  return merged;
}

function blockKind(item: Outlined): BlockKind {
  const { role } = item.paragraph;
  if (role === 'attachment') return 'note';
  if (role !== null) return role;
  return item.type === 'item' ? 'item' : 'paragraph';
}
