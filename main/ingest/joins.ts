import type { Label } from './labels.ts';
import { squeeze } from './lines.ts';
import type { Joint, Pieces } from './mapped.ts';
import type { Range } from './model.ts';
import { endsParagraph, HEADING_LIMIT, type Segment } from './segments.ts';
import { type SiblingList, siblingLists } from './siblings.ts';

/** A paragraph as it was meant, with the pieces of the file it is made of. */
export interface Paragraph extends Pieces {
  readonly label: Label | null;
  readonly role: Segment['role'];
}

/**
 * A line broken by the layout is about as wide as the page: a short one before a blank line stands for itself
 * (专栏1, the name of a body, 五、附则 among items). The shortest that was broken in the seed files has 38 units.
 */
const SHORT_LINE = 16;

interface Draft {
  readonly segments: Segment[];
  /** A short labelled line without a full stop: a heading, or an item whose line was broken. */
  readonly open: boolean;
}

/**
 * Put paragraphs together again across line and page ends (R8): a segment goes on with the paragraph before
 * it unless it begins with a label, or that paragraph is a heading, a short line before a blank one or ends in 。：！？. Whether a short
 * labelled line is a heading is told by its siblings: among items it is an item that was broken.
 */
export function joinSegments(source: string, segments: readonly Segment[]): readonly Paragraph[] {
  const drafts = draftParagraphs(source, segments, wrapWidth(source, segments));
  const broken = brokenItems(source, drafts);
  const paragraphs: Paragraph[] = [];
  let previous: Segment[] | null = null;
  for (const draft of drafts) {
    const first = draft.segments[0];
    if (first === undefined) continue;
    const goesOn =
      previous !== null &&
      first.label === null &&
      first.role === null &&
      (first.gap === 'page' || !standsAlone(source, spanOf(previous), first));
    if (goesOn && previous !== null) {
      paragraphs.pop();
      previous = [...previous, ...draft.segments];
      paragraphs.push(toParagraph(previous));
      previous = null;
    } else {
      paragraphs.push(toParagraph(draft.segments));
      previous = broken.has(draft) ? draft.segments : null;
    }
  }
  return paragraphs;
}

function draftParagraphs(source: string, segments: readonly Segment[], width: number): readonly Draft[] {
  const drafts: Draft[] = [];
  let current: Segment[] = [];
  const close = (): void => {
    if (current.length > 0) drafts.push({ segments: current, open: maybeHeading(source, current, width) });
    current = [];
  };
  for (const segment of segments) {
    const last = current[current.length - 1];
    const goesOn =
      last !== undefined &&
      segment.label === null &&
      segment.role === null &&
      last.role === null &&
      !endsParagraph(source, spanOf(current)) &&
      (segment.gap === 'page' || !standsAlone(source, spanOf(current), segment)) &&
      !maybeHeading(source, current, width);
    if (!goesOn) close();
    current.push(segment);
  }
  close();
  return drafts;
}

/**
 * The width at which the lines of a text were broken, when they plainly were: most lines that end inside a
 * sentence are then equally long. A label on such a full line is no heading. Infinite when lines are paragraphs.
 */
function wrapWidth(source: string, segments: readonly Segment[]): number {
  const lengths: number[] = [];
  segments.forEach((segment, i) => {
    const next = segments[i + 1];
    const inside =
      segment.label === null && segment.role === null && next?.label === null && next.role === null;
    if (inside && !endsParagraph(source, segment)) lengths.push(segment.end - segment.start);
  });
  if (lengths.length < 8) return Number.POSITIVE_INFINITY;
  const sorted = lengths.sort((a, b) => a - b);
  const width = sorted[Math.floor(sorted.length * 0.9)] ?? 0;
  const full = sorted.filter((length) => Math.abs(length - width) <= 2).length;
  return full >= lengths.length * 0.7 ? width : Number.POSITIVE_INFINITY;
}

function spanOf(segments: readonly Segment[]): Range {
  return { start: segments[0]?.start ?? 0, end: segments[segments.length - 1]?.end ?? 0 };
}

/** A short line with a blank line after it. */
function standsAlone(source: string, span: Range, next: Range): boolean {
  if (!/\n[^\S\n]*\r?\n/.test(source.slice(span.end, next.start))) return false;
  const text = squeeze(source.slice(span.start, span.end));
  return text.length < SHORT_LINE && !/[，,、；;（(“《]$/.test(text);
}

function maybeHeading(source: string, segments: readonly Segment[], width: number): boolean {
  const only = segments[0];
  if (segments.length !== 1 || only === undefined || only.label === null || only.role !== null) return false;
  if (only.end - only.start > HEADING_LIMIT * 3 || only.end - only.start >= width - 1) return false;
  const text = squeeze(source.slice(only.start + only.label.length, only.end));
  return text.length <= HEADING_LIMIT + 20 && !/[。！？]/.test(text) && !/[;；,，、：:]$/.test(text);
}

/** Open drafts whose siblings are plainly paragraphs. */
function brokenItems(source: string, drafts: readonly Draft[]): ReadonlySet<Draft> {
  const labelled = drafts.filter((d) => d.segments[0]?.label != null);
  const lists: readonly SiblingList<Draft>[] = siblingLists(labelled, (d) => d.segments[0]?.label ?? null);
  const broken = new Set<Draft>();
  for (const list of lists) {
    if (!list.members.some((d) => !d.open && isPlainParagraph(source, d))) continue;
    for (const draft of list.members) if (draft.open) broken.add(draft);
  }
  return broken;
}

/** Not a heading whatever its siblings do: text after the first full stop, or a list mark at its end. */
function isPlainParagraph(source: string, draft: Draft): boolean {
  const span = spanOf(draft.segments);
  const text = squeeze(source.slice(span.start, Math.min(span.end, span.start + 400)));
  const stop = text.indexOf('。');
  return stop < 0 || stop < text.length - 1 || text.length > HEADING_LIMIT + 6;
}

function toParagraph(segments: readonly Segment[]): Paragraph {
  const ranges: Range[] = [];
  const joints: Joint[] = [];
  for (const segment of segments) {
    if (ranges.length > 0) joints.push(segment.gap === 'page' ? 'page-join' : 'line-join');
    ranges.push({ start: segment.start, end: segment.end });
  }
  const first = segments[0];
  return { ranges, joints, label: first?.label ?? null, role: first?.role ?? null };
}
