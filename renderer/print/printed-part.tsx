import { createElement, Fragment } from 'react';
import type { Block, BlockId, DocumentContent, Measure, PrintJob } from '../../preload/contract/index.ts';
import { headingFace, headingRanks, printedTitle } from '../domain/outline/index.ts';
import type { Converter } from '../domain/script/index.ts';
import { translatorOf } from '../domain/strings/index.ts';
import type { NumberedNote } from './numbered-notes.ts';
import { PrintedNote } from './printed-note.tsx';
import { PrintedTable } from './printed-table.tsx';
import { PrintedText } from './printed-text.tsx';

type Props = {
  readonly content: DocumentContent;
  readonly measures: readonly Measure[];
  readonly marks: readonly NumberedNote[];
  /** Whether the notes stand beside their paragraphs. */
  readonly beside: boolean;
  readonly highlights: boolean;
  readonly converter: Converter | null;
  readonly job: PrintJob;
};

/** One document: its head, its blocks, each with the notes that end in it beside it. */
export function PrintedPart({ content, measures, marks, beside, highlights, converter, job }: Props) {
  const t = translatorOf(job.language);
  const { document: summary, blocks } = content;
  const ranks = headingRanks(blocks);
  const redHead =
    summary.documentNumber !== null && summary.issuer !== null && blocks[0]?.kind !== 'signature';
  const groups = groupsOf(blocks);
  const wholeDocument = marks.filter(({ annotation }) => annotation.scope === 'document');
  const lost = marks.filter(
    ({ annotation, ranges, number }) =>
      number !== null && ranges.length === 0 && annotation.scope !== 'document',
  );
  const notesOf = (of: readonly NumberedNote[]): React.ReactNode =>
    beside &&
    of
      .filter(({ number }) => number !== null)
      .map((note) => (
        <PrintedNote
          key={note.annotation.id}
          note={note}
          converter={converter}
          job={job}
          quoted={note.ranges.length === 0}
        />
      ));
  const printed = { marks, highlights, converter };
  return (
    <>
      {redHead && <p className="red-head">{summary.issuer}</p>}
      <div className="row">
        <div>{printedTitle(blocks) === undefined && <h1 className="block-title">{summary.title}</h1>}</div>
        <div className="beside">{notesOf([...wholeDocument, ...lost])}</div>
      </div>
      {groups.map((group) => {
        const [first] = group;
        if (first === undefined) return null;
        const ending = marks.filter(({ annotation, ranges }) => {
          const last = ranges.at(-1)?.blockId;
          return annotation.scope !== 'document' && group.some(({ id }) => id === last);
        });
        if (first.kind === 'table') {
          return (
            <Fragment key={first.id}>
              <PrintedTable rows={group} cells={content.cells} measures={measures} t={t} {...printed} />
              <div className="below-table">{notesOf(ending)}</div>
            </Fragment>
          );
        }
        return (
          <div key={first.id} className={`row ${group.length > 1 ? 'row-run-in' : ''}`}>
            <div>
              {group.map((block) => (
                <PrintedBlock
                  key={block.id}
                  block={block}
                  rank={ranks.get(block.id)}
                  printedHead={block === blocks[0] && block.kind === 'signature'}
                  {...printed}
                />
              ))}
            </div>
            <div className="beside">{notesOf(ending)}</div>
          </div>
        );
      })}
    </>
  );
}

type BlockProps = Pick<Props, 'marks' | 'highlights' | 'converter'> & {
  readonly block: Block;
  readonly rank: number | undefined;
  /** Whether it is the issuer's name at the head of the document, which stands in red. */
  readonly printedHead: boolean;
};

function PrintedBlock({ block, rank, printedHead, ...printed }: BlockProps) {
  const text = (
    <>
      {block.kind === 'heading' && block.number}
      <PrintedText block={block} {...printed} />
      {block.closing}
    </>
  );
  if (block.kind === 'heading')
    return createElement(`h${rank ?? 2}`, { className: `heading-${headingFace(block)}` }, text);
  if (block.kind === 'title') return createElement(`h${rank ?? 2}`, { className: 'block-title' }, text);
  return <p className={printedHead ? 'red-head' : `block-${block.kind}`}>{text}</p>;
}

/** What is set together: a run-in heading with its paragraph, the rows of a table, else one block. */
function groupsOf(blocks: readonly Block[]): readonly (readonly Block[])[] {
  const groups: Block[][] = [];
  let lastId: BlockId | undefined;
  for (const block of blocks) {
    const last = groups.at(-1);
    const runsIn = block.runInOf !== null && block.runInOf === lastId;
    const sameTable = block.kind === 'table' && last?.[0]?.kind === 'table';
    if (last !== undefined && (runsIn || sameTable)) last.push(block);
    else groups.push([block]);
    lastId = block.id;
  }
  return groups;
}
