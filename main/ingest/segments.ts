import { type Label, type LabelStyle, rankOf, readLabel } from './labels.ts';
import { isBlank, squeeze } from './lines.ts';
import type { BlockKind, Range } from './model.ts';

/** A stretch of one line that begins a paragraph or goes on with one. */
export interface Segment extends Range {
  readonly label: Label | null;
  /** What lies between this segment and the one before: nothing (same line), a line end, a page end. */
  readonly gap: 'none' | 'line' | 'page';
  /** Set when a rule or the manifest says what the line is; such a line is never joined. */
  readonly role: BlockKind | 'attachment' | null;
}

export interface MarkedLine extends Range {
  readonly gap: 'line' | 'page';
  readonly role: Segment['role'];
}

/** A first sentence longer than this is no heading (R2). */
export const HEADING_LIMIT = 40;

/** Numbering seen so far, by style: tells a label from a sentence that happens to begin like one. */
class Sequence {
  readonly #last = new Map<LabelStyle, number>();

  fits(label: Label): boolean {
    const last = this.#last.get(label.style);
    return label.style === '——' || label.value === 1 || last === undefined || label.value === last + 1;
  }

  continues(label: Label): boolean {
    return label.value > 1 && this.#last.get(label.style) === label.value - 1;
  }

  take(label: Label): void {
    this.#last.set(label.style, label.value);
  }
}

/**
 * Cut lines into segments at the labels that stand inside them (R5): after `。` or `；` and a blank, and
 * after a heading without a full stop. Must run while the blanks are still there.
 */
export function cutSegments(source: string, lines: readonly MarkedLine[]): readonly Segment[] {
  const segments: Segment[] = [];
  const sequence = new Sequence();
  const leads = recurringLeads(source, lines);
  lines.forEach((line, index) => {
    if (line.role !== null) {
      segments.push({ ...line, label: null });
      return;
    }
    const text = source.slice(line.start, line.end);
    const label = lineLabel(source, lines, index, sequence, segments);
    if (label !== null) sequence.take(label);
    let from = 0;
    let current = label;
    let gap: Segment['gap'] = line.gap;
    for (const at of blanksInside(text)) {
      if (beginsWithLead(text, at, leads)) {
        const piece = text.slice(from, at).trimEnd();
        segments.push({ ...spanAt(line, from, piece.length), label: current, gap, role: null });
        from = at;
        current = null;
        gap = 'none';
        continue;
      }
      const next = readLabel(text.slice(at, at + 12));
      if (next === null || next.damaged || !sequence.fits(next)) continue;
      if (!endsBefore(text, from, at, current, next)) continue;
      const piece = text.slice(from, at).trimEnd();
      segments.push({
        start: line.start + from,
        end: line.start + from + piece.length,
        label: current,
        gap,
        role: null,
      });
      sequence.take(next);
      from = at;
      current = next;
      gap = 'none';
    }
    segments.push({ start: line.start + from, end: line.end, label: current, gap, role: null });
  });
  return segments;
}

function spanAt(line: Range, from: number, length: number): Range {
  return { start: line.start + from, end: line.start + from + length };
}

const LEAD = /^(\p{Script=Han}{2,8})[:：]/u;

/** Words with a colon that begin three lines or more, as 证明材料: does: they begin a paragraph wherever they stand. */
function recurringLeads(source: string, lines: readonly MarkedLine[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const line of lines) {
    const lead = LEAD.exec(source.slice(line.start, Math.min(line.end, line.start + 10)))?.[1];
    if (lead !== undefined && line.role === null) counts.set(lead, (counts.get(lead) ?? 0) + 1);
  }
  return new Set([...counts].filter(([, count]) => count >= 3).map(([lead]) => lead));
}

function beginsWithLead(text: string, at: number, leads: ReadonlySet<string>): boolean {
  if (leads.size === 0 || !/。[”’）)]?$/.test(text.slice(Math.max(0, at - 8), at).trimEnd())) return false;
  const lead = LEAD.exec(text.slice(at, at + 10))?.[1];
  return lead !== undefined && leads.has(lead);
}

/** Offsets at which something begins after a blank. */
function blanksInside(text: string): readonly number[] {
  const found: number[] = [];
  for (let i = 1; i < text.length; i += 1) {
    if (isBlank(text.charCodeAt(i - 1)) && !isBlank(text.charCodeAt(i))) found.push(i);
  }
  return found;
}

function endsBefore(text: string, from: number, at: number, current: Label | null, next: Label): boolean {
  const before = text.slice(Math.max(from, at - 8), at).trimEnd();
  if (/[。;；][”’)）]?$/.test(before)) return true;
  // A heading with no full stop, then the first item under it: (三)个人需提交的基本材料 1.教育部…
  if (current === null || next.value !== 1 || rankOf(next.style) <= rankOf(current.style)) return false;
  const body = squeeze(text.slice(from + current.length, at));
  return (
    body.length > 0 && body.length <= HEADING_LIMIT && !/[。;；,，、:：]$/.test(body) && !body.includes('。')
  );
}

/** The label at the start of a line, or null when the line only looks like one. */
function lineLabel(
  source: string,
  lines: readonly MarkedLine[],
  index: number,
  sequence: Sequence,
  segments: readonly Segment[],
): Label | null {
  const line = lines[index];
  if (line === undefined) return null;
  const label = readLabel(source.slice(line.start, Math.min(line.end, line.start + 12)));
  if (label === null) return null;
  if (label.damaged) {
    return sequence.continues(label) || (label.value === 1 && nextIs(source, lines, index, label))
      ? label
      : null;
  }
  const before = segments[segments.length - 1];
  const finished =
    before === undefined || before.role !== null || before.label !== null || endsParagraph(source, before);
  return finished || sequence.fits(label) ? label : null;
}

function nextIs(source: string, lines: readonly MarkedLine[], index: number, label: Label): boolean {
  for (const line of lines.slice(index + 1, index + 40)) {
    const next = readLabel(source.slice(line.start, Math.min(line.end, line.start + 12)));
    if (next !== null && next.style === label.style) return next.value === label.value + 1;
  }
  return false;
}

/** `；` does not end a paragraph; `）` does only after (责任部门：…) (R8). */
export function endsParagraph(source: string, range: Range): boolean {
  const tail = source.slice(Math.max(range.start, range.end - 200), range.end);
  if (/[。：:！？!?]$/.test(tail) || /[。！？][”’）)》]+$/.test(tail)) return true;
  return endsWithBodies(tail);
}

/** A measure's closing bracket that names the bodies responsible for it (R15). */
export function endsWithBodies(text: string): boolean {
  return /[(（](责任部门|责任单位|牵头部门|牵头单位|配合单位)[:：][^()（）]*[)）]$/.test(squeeze(text));
}
