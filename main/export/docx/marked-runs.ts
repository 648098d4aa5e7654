import { CommentRangeEnd, CommentRangeStart, CommentReference, type ParagraphChild, TextRun } from 'docx';
import type { Block, BlockId } from '../../../preload/contract/index.ts';
import { rangesIn } from '../../../renderer/domain/anchors/index.ts';
import { type Marked, runsOf } from '../../../renderer/domain/runs/index.ts';
import type { ExportDocument, ExportNote } from '../export-set.ts';
import { markFills } from './fills.ts';
import type { fontOf } from './page.ts';
import { runs } from './texts.ts';

/** A place in a block where a comment begins or ends. */
type Edge = { readonly offset: number; readonly comment: number; readonly kind: 'start' | 'end' };

/** Where marks lie and comments begin and end, by block. */
export type Placed = {
  readonly marks: ReadonlyMap<BlockId, readonly Marked[]>;
  readonly edges: ReadonlyMap<BlockId, readonly Edge[]>;
};

/** Lays the notes of a document on its blocks; `commentOf` gives the number of a note's comment, null for none. */
export function placed(
  { content }: ExportDocument,
  notes: readonly ExportNote[],
  commentOf: (note: ExportNote) => number | null,
): Placed {
  const marks = new Map<BlockId, Marked[]>();
  const edges = new Map<BlockId, Edge[]>();
  const add = <Value>(to: Map<BlockId, Value[]>, id: BlockId, value: Value): void => {
    const list = to.get(id);
    if (list === undefined) to.set(id, [value]);
    else list.push(value);
  };
  for (const note of notes) {
    const { id, style, anchor, scope } = note.annotation;
    if (content === null || note.stale) continue;
    const [first] = content.blocks;
    // A note on the whole document is a comment on all of its first block.
    const whole = first !== undefined && scope === 'document';
    const ranges = whole
      ? [{ blockId: first.id, start: 0, end: first.text.length }]
      : rangesIn(content, anchor);
    const [from, to] = [ranges[0], ranges.at(-1)];
    const comment = commentOf(note);
    if (from === undefined || to === undefined) continue;
    if (!whole) for (const { blockId, start, end } of ranges) add(marks, blockId, { start, end, id, style });
    if (comment === null) continue;
    add(edges, from.blockId, { offset: from.start, comment, kind: 'start' });
    add(edges, to.blockId, { offset: to.end, comment, kind: 'end' });
  }
  return { marks, edges };
}

/** A piece of a block's text, UTF-16 units; a whole block, or a cell of a table's row. */
export type Piece = { readonly start: number; readonly end: number };

/**
 * A block's text in its pieces as runs: highlights as shading, underlines as such, comments begun and ended at their
 * places. Where marks lie over each other the later colour is seen, and the underline with it.
 */
export function markedRuns(
  block: Pick<Block, 'id' | 'text'>,
  pieces: readonly Piece[],
  { marks, edges }: Placed,
  font: ReturnType<typeof fontOf> | null = null,
): readonly (readonly ParagraphChild[])[] {
  const marked = marks.get(block.id) ?? [];
  const own = (edges.get(block.id) ?? []).map((edge) => settled(edge, pieces));
  const stretches = runsOf(block.text.length, marked);
  return pieces.map((piece, index) => {
    const here = own.filter(({ at }) => at === index);
    const cuts = [
      piece.start,
      ...[...stretches.map(({ start }) => start), ...here.map(({ offset }) => offset)].filter(
        (offset) => piece.start < offset && offset < piece.end,
      ),
      piece.end,
    ];
    const offsets = [...new Set(cuts)].sort((a, b) => a - b);
    return offsets.flatMap((from, step) => {
      const until = offsets[step + 1];
      const words =
        until === undefined
          ? []
          : runs(block.text.slice(from, until), {
              ...lookOf(stretches.find(({ start, end }) => start <= from && from < end)?.marks ?? []),
              ...(font === null ? {} : { font }),
            });
      return [...commentEdges(here.filter(({ offset }) => offset === from)), ...words];
    });
  });
}

/** The piece that a comment's edge is set in: where it stands between two, or outside of all, the nearest within the comment. */
function settled({ offset, comment, kind }: Edge, pieces: readonly Piece[]): Edge & { readonly at: number } {
  const found =
    kind === 'start'
      ? pieces.findIndex(({ end }) => offset < end)
      : pieces.findLastIndex(({ start }) => start < offset);
  const at = found === -1 ? (kind === 'start' ? pieces.length - 1 : 0) : found;
  const { start, end } = pieces[at] ?? { start: offset, end: offset };
  return { offset: Math.min(Math.max(offset, start), end), comment, kind, at };
}

/** Ends of what began before, then beginnings, then ends of what began here. */
function commentEdges(edges: readonly Edge[]): readonly ParagraphChild[] {
  const begun = new Set(edges.filter(({ kind }) => kind === 'start').map(({ comment }) => comment));
  const ends = edges.filter(({ kind }) => kind === 'end');
  const end = ({ comment }: Edge): readonly ParagraphChild[] => [
    new CommentRangeEnd(comment),
    new TextRun({ children: [new CommentReference(comment)] }),
  ];
  return [
    ...ends.filter(({ comment }) => !begun.has(comment)).flatMap(end),
    ...[...begun].map((comment) => new CommentRangeStart(comment)),
    ...ends.filter(({ comment }) => begun.has(comment)).flatMap(end),
  ];
}

function lookOf(marks: readonly Marked[]) {
  const colour = marks.filter(({ style }) => style !== 'underline').at(-1)?.style;
  const fill = colour === undefined ? null : markFills[colour];
  return {
    ...(fill === null ? {} : { shading: { type: 'clear', fill, color: 'auto' } as const }),
    ...(marks.some(({ style }) => style === 'underline') ? { underline: { color: 'B3261E' } } : {}),
  };
}
