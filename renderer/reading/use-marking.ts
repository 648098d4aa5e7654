import { type RefObject, useCallback, useEffect, useState } from 'react';
import type { AnnotationId, BlockId, MarkStyle, Place } from '../../preload/contract/index.ts';
import { markStyles } from '../../preload/contract/vocabulary.ts';
import { useAnnotations } from '../annotations/index.ts';
import { useBookmarks } from '../bookmarks/index.ts';
import { activatePane, usePane, usePanes } from '../platform/panes.ts';
import type { DisplayedText } from '../script/index.ts';
import { bareKeysOn, showPanel } from '../settings/index.ts';
import { anchorWithin, type Parts } from './parts.ts';
import { blockOfNode, selectedPlaces } from './text-places.ts';

type Selected = { readonly start: Place; readonly end: Place; readonly box: DOMRect };

export type Marking = {
  readonly selected: Selected | null;
  readonly mark: (style: MarkStyle) => void;
  readonly note: () => void;
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

  const create = useCallback(
    async (style: MarkStyle): Promise<AnnotationId | null> => {
      const range = selected ?? focusedParagraph(textRef.current, parts);
      const anchor = range === null ? null : anchorWithin(parts, range.start, range.end);
      if (anchor === null) return null;
      const annotation = await useAnnotations.getState().create(anchor, { style });
      if (annotation === null) return null;
      // The toolbar goes with the selection; a focus that was in it goes to the text it spoke of.
      const inToolbar = document.activeElement?.matches('[role=toolbar] *') === true;
      document.getSelection()?.empty();
      if (inToolbar) focusBlock(textRef.current, anchor.start.blockId);
      useAnnotations.getState().select(annotation.id);
      return annotation.id;
    },
    [selected, parts, textRef],
  );
  const mark = useCallback((style: MarkStyle) => void create(style), [create]);
  const note = useCallback(() => {
    void create('yellow').then((id) => {
      if (id === null) return;
      showPanel('right', true);
      useAnnotations.getState().startEditing(id);
    });
  }, [create]);
  const bookmark = useCallback(() => {
    const block = selected?.start.blockId ?? blockOfNode(within(textRef.current)) ?? blockBeingRead();
    const part = block === null ? undefined : parts.partOf(block);
    if (block !== null && part !== undefined) void useBookmarks.getState().toggle(part, block);
  }, [selected, parts, blockBeingRead, textRef]);

  useEffect(() => {
    const keys = (event: KeyboardEvent): void => {
      if (usePanes.getState().active !== pane) return;
      if (!bareKeysOn() || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      const style =
        markStyles[Number(event.key) - 1] ?? (event.key.toLowerCase() === 'u' ? 'underline' : undefined);
      const atText = selected !== null || focusedParagraph(textRef.current, parts) !== null;
      if (style !== undefined && atText) mark(style);
      else if (event.key.toLowerCase() === 'n' && atText) note();
      else if (event.key.toLowerCase() === 'b') bookmark();
      else return;
      event.preventDefault();
    };
    document.addEventListener('keydown', keys);
    return () => document.removeEventListener('keydown', keys);
  }, [selected, parts, mark, note, bookmark, textRef, pane]);

  return { selected, mark, note, bookmark };
}

/** Gives a block the keyboard focus without moving the page. */
export function focusBlock(root: HTMLElement | null, blockId: BlockId): void {
  root?.querySelector<HTMLElement>(`[data-block="${CSS.escape(blockId)}"]`)?.focus({ preventScroll: true });
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

/** Whether a key press belongs to a field that takes text. */
export function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches('textarea, select, input:not([type=radio], [type=checkbox])'))
  );
}
