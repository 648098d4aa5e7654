import { type RefObject, useCallback, useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import type { Anchor, AnnotationScope, BlockId, MarkStyle, Place } from '../../preload/contract/index.ts';
import { markStyles } from '../../preload/contract/vocabulary.ts';
import { useAnnotations } from '../annotations/index.ts';
import { useBookmarks } from '../bookmarks/index.ts';
import { activatePane, usePane, usePanes } from '../platform/panes.ts';
import type { DisplayedText } from '../script/index.ts';
import { showPanel, text } from '../settings/index.ts';
import { useNotices } from '../ui/notices.ts';
import { markingKey } from './marking-keys.ts';
import { catchTyping } from './note-sink.tsx';
import { usePanelPage } from './panel-page.ts';
import { anchorsWithin, type Parts } from './parts.ts';
import { blockOfNode, hiddenBlocks, selectedPlaces } from './text-places.ts';

type Selected = { readonly start: Place; readonly end: Place; readonly box: DOMRect };

export type Marking = {
  readonly selected: Selected | null;
  readonly mark: (style: MarkStyle) => void;
  /** Begins a note on the selected text; on its `whole` paragraphs where that is asked for or nothing is selected. */
  readonly note: (whole: boolean) => void;
  readonly bookmark: () => void;
};

/**
 * What can be done with the selected text or, without a selection, with the paragraph that holds the
 * keyboard focus: mark it, write a note on it, bookmark it.
 */
export function useMarking(
  textRef: RefObject<HTMLElement | null>,
  parts: Parts,
  displayed: DisplayedText | null,
  blockBeingRead: () => BlockId | null,
): Marking {
  const { id: pane } = usePane();
  const [selected, setSelected] = useState<Selected | null>(null);
  useEffect(() => {
    const look = (): void => {
      const root = textRef.current;
      const found = root === null || displayed === null ? null : selectedPlaces(root, displayed);
      if (found !== null) activatePane(pane);
      setSelected(found && { start: found.start, end: found.end, box: found.range.getBoundingClientRect() });
    };
    document.addEventListener('selectionchange', look);
    return () => document.removeEventListener('selectionchange', look);
  }, [textRef, displayed, pane]);

  const anchors = useCallback(
    (scope: AnnotationScope): readonly Anchor[] => {
      const range = selected ?? focusedParagraph(textRef.current, parts);
      if (range === null || textRef.current === null) return [];
      const { start, end } = scope === 'paragraph' ? wholeParagraphs(range, parts) : range;
      return anchorsWithin(parts, start, end, hiddenBlocks(textRef.current));
    },
    [selected, parts, textRef],
  );
  const mark = useCallback(
    async (style: MarkStyle): Promise<void> => {
      const chosen = anchors('text');
      const annotation = await useAnnotations.getState().createAll(chosen, { style });
      if (annotation === null) return;
      tellOfHidden(chosen);
      // The toolbar goes with the selection; a focus that was in it goes to the text it spoke of.
      const inToolbar = document.activeElement?.matches('[role=toolbar] *') === true;
      document.getSelection()?.empty();
      if (inToolbar) focusBlock(textRef.current, annotation.anchor.start.blockId);
      // The mark is painted first; its card may come a frame later.
      requestAnimationFrame(() =>
        requestAnimationFrame(() => useAnnotations.getState().select(annotation.id)),
      );
    },
    [anchors, textRef],
  );
  const note = useCallback(
    (whole: boolean): void => {
      const scope = selected === null || whole ? 'paragraph' : 'text';
      const chosen = anchors(scope);
      // All in this turn: the next key that is pressed must find the editor.
      const begun = flushSync(() => {
        const annotation = useAnnotations.getState().begin(chosen, 'yellow', scope);
        if (annotation === null) return null;
        showPanel('right', true);
        usePanelPage.getState().turnTo('notes');
        return annotation;
      });
      if (begun === null) return;
      tellOfHidden(chosen);
      catchTyping(begun.id);
    },
    [anchors, selected],
  );
  const bookmark = useCallback(() => {
    const block = selected?.start.blockId ?? blockOfNode(within(textRef.current)) ?? blockBeingRead();
    const part = block === null ? undefined : parts.partOf(block);
    if (block !== null && part !== undefined) void useBookmarks.getState().toggle(part, block);
  }, [selected, parts, blockBeingRead, textRef]);

  useEffect(() => {
    const keys = (event: KeyboardEvent): void => {
      if (usePanes.getState().active !== pane) return;
      const key = markingKey(event);
      if (key === null) return;
      const style = markStyles[Number(key) - 1] ?? (key === 'u' ? 'underline' : undefined);
      const atText = selected !== null || focusedParagraph(textRef.current, parts) !== null;
      if (style !== undefined && atText) void mark(style);
      else if (key === 'n' && atText) note(event.shiftKey);
      else if (key === 'b') bookmark();
      else return;
      event.preventDefault();
    };
    document.addEventListener('keydown', keys);
    return () => document.removeEventListener('keydown', keys);
  }, [selected, parts, mark, note, bookmark, textRef, pane]);

  return { selected, mark: (style) => void mark(style), note, bookmark };
}

/** Gives a block the keyboard focus without moving the page. */
export function focusBlock(root: HTMLElement | null, blockId: BlockId): void {
  root?.querySelector<HTMLElement>(`[data-block="${CSS.escape(blockId)}"]`)?.focus({ preventScroll: true });
}

/** A selection widened to the whole of the paragraphs that it touches. */
function wholeParagraphs(
  { start, end }: Pick<Selected, 'start' | 'end'>,
  { partOf }: Parts,
): Pick<Selected, 'start' | 'end'> {
  const last = partOf(end.blockId)?.blocks.find(({ id }) => id === end.blockId);
  return { start: { ...start, offset: 0 }, end: { ...end, offset: last?.text.length ?? end.offset } };
}

/** Says that a selection became several marks, since rows in it are hidden. */
function tellOfHidden(anchors: readonly Anchor[]): void {
  if (anchors.length < 2) return;
  const t = text();
  useNotices.getState().show({ tone: 'plain', text: t('marks.hiddenRows', { count: anchors.length }) });
}

/** What holds the focus, if it stands below `root`: the same paragraph may stand in another pane too. */
function within(root: HTMLElement | null): Element | null {
  return root?.contains(document.activeElement) === true ? document.activeElement : null;
}

function focusedParagraph(
  root: HTMLElement | null,
  { partOf }: Parts,
): { readonly start: Place; readonly end: Place } | null {
  const active = within(root);
  // A click gives a paragraph the focus too, but only a visible focus says that it is meant; and a
  // marker's button inside of the paragraph is not the paragraph.
  const meant = active?.matches('[data-block]:focus-visible') === true;
  const blockId = meant ? blockOfNode(active) : null;
  const block = blockId === null ? undefined : partOf(blockId)?.blocks.find(({ id }) => id === blockId);
  if (block === undefined) return null;
  return { start: { blockId: block.id, offset: 0 }, end: { blockId: block.id, offset: block.text.length } };
}
