import { ListTree } from 'lucide-react';
import { Fragment, useEffect, useMemo, useRef } from 'react';
import type { Block, BlockId, DocumentContent } from '../../preload/contract/index.ts';
import { documentIndex } from '../domain/anchors/index.ts';
import { printedTitle } from '../domain/outline/index.ts';
import { openDocument } from '../platform/navigation.ts';
import { languageTag, useConverter, useDisplayedText, useScriptView } from '../script/index.ts';
import { useText } from '../settings/index.ts';
import { StateMessage } from '../ui/state-message.tsx';
import type { Parts } from './parts.ts';

type Props = { readonly parts: Parts; readonly current: BlockId | null };

/** The headings of what is read; the one being read is marked and kept in sight. Of a compilation, the headings of the part being read below the titles of all. */
export function OutlinePanel({ parts, current }: Props) {
  const t = useText();
  const { document: summary } = parts.main;
  const [view] = useScriptView(summary);
  const displayed = useDisplayedText(parts.all, useConverter(summary, view));
  const reading = (current === null ? undefined : parts.partOf(current)) ?? parts.main;
  const several = parts.all.length > 1;
  const headings = useMemo(() => headingsOf(reading, several), [reading, several]);
  const here = useMemo(() => headingAt(reading, headings, current), [reading, headings, current]);
  const marked = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (here !== null) marked.current?.scrollIntoView({ block: 'nearest' });
  }, [here]);
  if (!several && headings.length === 0) return <StateMessage icon={ListTree} title={t('outline.none')} />;
  const jump = (part: DocumentContent, block: Block | undefined): void => {
    if (block === undefined) return;
    openDocument(part.document.id, { blockId: block.id, offset: 0, marks: [] }, summary.id);
  };
  return (
    <nav aria-label={t('panel.outline')}>
      <ol className={`outline ${several ? 'outline-several' : ''}`} lang={languageTag(summary, view)}>
        {parts.all.map((part) => (
          <Fragment key={part.document.id}>
            {several && (
              <li className="outline-part">
                <button
                  type="button"
                  aria-current={part === reading ? 'true' : undefined}
                  onClick={() => jump(part, part.blocks[0])}
                >
                  {part.document.title}
                </button>
              </li>
            )}
            {part === reading &&
              headings.map((heading) => (
                <li
                  key={heading.id}
                  className={`outline-${heading.kind === 'title' ? 0 : (heading.level ?? 1)}`}
                >
                  <button
                    type="button"
                    ref={heading.id === here ? marked : undefined}
                    aria-current={heading.id === here ? 'location' : undefined}
                    onClick={() => jump(part, heading)}
                  >
                    {heading.number}
                    {displayed?.get(heading.id)?.text ?? heading.text}
                  </button>
                </li>
              ))}
          </Fragment>
        ))}
      </ol>
    </nav>
  );
}

/** Of a part of a compilation, its title stands in the list of the parts already. */
function headingsOf({ blocks }: DocumentContent, isPart: boolean): readonly Block[] {
  const title = isPart ? printedTitle(blocks) : undefined;
  return blocks.filter((block) => (block.kind === 'heading' || block.kind === 'title') && block !== title);
}

/** The last heading at or before the block being read. */
function headingAt(
  content: DocumentContent,
  headings: readonly Block[],
  current: BlockId | null,
): BlockId | null {
  const { positions } = documentIndex(content);
  const at = current === null ? undefined : positions.get(current);
  if (at === undefined) return null;
  return headings.findLast(({ id }) => (positions.get(id) ?? 0) <= at)?.id ?? null;
}
