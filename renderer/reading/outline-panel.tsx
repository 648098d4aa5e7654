import { ListTree } from 'lucide-react';
import { useEffect, useMemo, useRef } from 'react';
import type { Block, BlockId, DocumentContent } from '../../preload/contract/index.ts';
import { documentIndex } from '../domain/anchors/index.ts';
import { openDocument } from '../platform/navigation.ts';
import { languageTag, useConverter, useDisplayedText, useScriptView } from '../script/index.ts';
import { useText } from '../settings/index.ts';
import { StateMessage } from '../ui/state-message.tsx';

type Props = { readonly content: DocumentContent; readonly current: BlockId | null };

/** The document's headings; the one being read is marked and kept in sight. */
export function OutlinePanel({ content, current }: Props) {
  const t = useText();
  const [view] = useScriptView(content.document);
  const displayed = useDisplayedText(content, useConverter(content.document, view));
  const headings = useMemo(
    () => content.blocks.filter(({ kind }) => kind === 'heading' || kind === 'title'),
    [content],
  );
  const here = useMemo(() => headingOf(content, headings, current), [content, headings, current]);
  const marked = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (here !== null) marked.current?.scrollIntoView({ block: 'nearest' });
  }, [here]);
  if (headings.length === 0) return <StateMessage icon={ListTree} title={t('outline.none')} />;
  return (
    <nav aria-label={t('panel.outline')}>
      <ol className="outline" lang={languageTag(content.document, view)}>
        {headings.map((heading) => (
          <li key={heading.id} className={`outline-${heading.kind === 'title' ? 0 : (heading.level ?? 1)}`}>
            <button
              type="button"
              ref={heading.id === here ? marked : undefined}
              aria-current={heading.id === here ? 'location' : undefined}
              onClick={() => openDocument(content.document.id, { blockId: heading.id, offset: 0, marks: [] })}
            >
              {heading.number}
              {displayed?.get(heading.id)?.text ?? heading.text}
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}

/** The last heading at or before the block being read. */
function headingOf(
  content: DocumentContent,
  headings: readonly Block[],
  current: BlockId | null,
): BlockId | null {
  const { positions } = documentIndex(content);
  const at = current === null ? undefined : positions.get(current);
  if (at === undefined) return null;
  return headings.findLast(({ id }) => (positions.get(id) ?? 0) <= at)?.id ?? null;
}
