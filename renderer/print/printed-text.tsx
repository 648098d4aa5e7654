import { Fragment } from 'react';
import type { Block } from '../../preload/contract/index.ts';
import { runsOf } from '../domain/runs/index.ts';
import { type Converter, convertText } from '../domain/script/index.ts';
import type { NumberedNote } from './numbered-notes.ts';

type Props = {
  readonly block: Block;
  /** The piece of the block's stored text to print, for a table cell; else all of it. */
  readonly piece?: { readonly start: number; readonly end: number };
  readonly marks: readonly NumberedNote[];
  readonly highlights: boolean;
  readonly converter: Converter | null;
};

/** A block's text with its marks as elements: paper has no highlights that lie over each other. */
export function PrintedText({ block, piece, marks, highlights, converter }: Props) {
  const { text, map } = convertText(block.text, converter);
  const from = map.toDisplay(piece?.start ?? 0);
  const to = map.toDisplay(piece?.end ?? block.text.length);
  const numbers = new Map(marks.map(({ annotation, number }) => [annotation.id, number]));
  const here = marks.flatMap(({ annotation, ranges }) =>
    ranges
      .filter(({ blockId }) => blockId === block.id)
      .map(({ start, end }) => ({
        start: map.toDisplay(start) - from,
        end: map.toDisplay(end) - from,
        id: annotation.id,
        style: annotation.style,
      })),
  );
  const shown = text.slice(from, to);
  const lastBlocks = new Map(
    marks.map(({ annotation }) => [annotation.id, annotation.anchor.end.blockId] as const),
  );
  return runsOf(shown.length, here).map((run) => {
    const words = shown.slice(run.start, run.end);
    const ended = run.ending.flatMap(({ id }) =>
      lastBlocks.get(id) === block.id ? (numbers.get(id) ?? []) : [],
    );
    const styles = [...new Set(run.marks.map(({ style }) => `mark-${style}`))].join(' ');
    return (
      <Fragment key={run.start}>
        {highlights && styles !== '' ? <mark className={styles}>{words}</mark> : words}
        {ended.map((number) => (
          <sup key={number}>{number}</sup>
        ))}
      </Fragment>
    );
  });
}
