import type { AnnotationId, MarkStyle } from '../../../preload/contract/index.ts';

/** A marked stretch of a text, UTF-16 units, `end` exclusive. */
export type Marked = {
  readonly start: number;
  readonly end: number;
  readonly id: AnnotationId;
  readonly style: MarkStyle;
};

/** A stretch of a text over which the same marks lie; `ending` are the marks that end where it ends. */
export type Run = {
  readonly start: number;
  readonly end: number;
  readonly marks: readonly Marked[];
  readonly ending: readonly Marked[];
};

/**
 * Divides a text of `length` units at every place where a mark begins or ends. The runs follow each other without
 * a gap from 0 to `length`; marks outside of the text are cut to it, empty ones left out. For media that cannot
 * lay marks over each other (print, Word, HTML): the marks of a run are in the order in which they were given.
 */
export function runsOf(length: number, marks: readonly Marked[]): readonly Run[] {
  const inside = marks
    .map((mark) => ({ ...mark, start: Math.max(0, mark.start), end: Math.min(length, mark.end) }))
    .filter(({ start, end }) => start < end);
  const edges = [...new Set([0, length, ...inside.flatMap(({ start, end }) => [start, end])])].sort(
    (a, b) => a - b,
  );
  return edges.slice(1).map((end, index) => {
    const start = edges[index] ?? 0;
    return {
      start,
      end,
      marks: inside.filter((mark) => mark.start <= start && end <= mark.end),
      ending: inside.filter((mark) => mark.end === end),
    };
  });
}
