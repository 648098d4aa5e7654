import { type RefObject, useCallback, useEffect } from 'react';
import type { BlockId } from '../../preload/contract/index.ts';
import { citedPlaceOf, formatCitation } from '../domain/citations/index.ts';
import { usePane } from '../platform/panes.ts';
import type { DisplayedText } from '../script/index.ts';
import { reportProblem, text } from '../settings/index.ts';
import { useNotices } from '../ui/notices.ts';
import { tellCite } from './cite-store.ts';
import { anchorsWithin, type Parts } from './parts.ts';
import { blockOfNode, hiddenBlocks, selectedPlaces } from './text-places.ts';

/**
 * Copies citations: of the paragraph given, else of the selected words, else of the paragraph that has the focus or
 * is being read. A citation is in the script that is shown, as any copied text is.
 */
export function useCiting(
  textRef: RefObject<HTMLElement | null>,
  parts: Parts,
  displayed: DisplayedText | null,
  inScript: (text: string) => string,
  blockBeingRead: () => BlockId | null,
): (blockId?: BlockId) => void {
  const { id: pane } = usePane();
  const cite = useCallback(
    (given?: BlockId): void => {
      const root = textRef.current;
      if (root === null || displayed === null) return;
      const selected = given === undefined ? selectedPlaces(root, displayed) : null;
      const anchors =
        selected === null ? [] : anchorsWithin(parts, selected.start, selected.end, hiddenBlocks(root));
      const first = anchors[0];
      const focused = root.contains(document.activeElement) ? blockOfNode(document.activeElement) : null;
      const blockId = first?.start.blockId ?? given ?? focused ?? blockBeingRead();
      const part = blockId === null ? undefined : parts.partOf(blockId);
      if (blockId === null || part === undefined) return;
      const place = citedPlaceOf(part, first?.start ?? { blockId, offset: 0 }, anchors.at(-1)?.end);
      if (place === null) return;
      const t = text();
      const cited = {
        ...place,
        title: inScript(place.title),
        headings: place.headings.map(inScript),
        quotes: anchors.map(({ exact }) => inScript(exact)),
      };
      navigator.clipboard.writeText(formatCitation(cited, t)).then(
        () => useNotices.getState().show({ tone: 'plain', text: t('citation.copied') }),
        (error: unknown) => reportProblem('problem.citation', error),
      );
    },
    [textRef, parts, displayed, inScript, blockBeingRead],
  );
  useEffect(() => tellCite(pane, cite), [pane, cite]);
  return cite;
}
