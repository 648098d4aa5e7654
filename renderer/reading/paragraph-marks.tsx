import { Quote } from 'lucide-react';
import { useEffect, useState } from 'react';
import { createPortal } from 'react-dom';
import type { BlockId } from '../../preload/contract/index.ts';
import { paragraphMark } from '../domain/anchors/index.ts';
import { useText } from '../settings/index.ts';
import type { Parts } from './parts.ts';

type Props = {
  readonly root: HTMLElement;
  readonly parts: Parts;
  readonly onCite: (blockId: BlockId) => void;
};

/**
 * In the margin of the paragraph under the pointer and of the one with the focus, the button that copies a citation
 * of it. The marks themselves are painted by the style sheet (see paragraph-marks.css).
 */
export function ParagraphMarks({ root, parts, onCite }: Props) {
  const [under, setUnder] = useState<HTMLElement | null>(null);
  const [focused, setFocused] = useState<HTMLElement | null>(null);
  useEffect(() => {
    const pointed = ({ target }: Event): void => setUnder((old) => blockOf(target) ?? old);
    const entered = ({ target }: Event): void => setFocused(blockOf(target));
    const left = ({ relatedTarget }: FocusEvent): void => setFocused(blockOf(relatedTarget));
    // A paragraph may have taken the focus before there was anything in its margin.
    if (root.contains(document.activeElement)) setFocused(blockOf(document.activeElement));
    root.addEventListener('pointerover', pointed, { passive: true });
    root.addEventListener('focusin', entered);
    root.addEventListener('focusout', left);
    return () => {
      root.removeEventListener('pointerover', pointed);
      root.removeEventListener('focusin', entered);
      root.removeEventListener('focusout', left);
    };
  }, [root]);
  return [...new Set([focused, under])].map((block) => (
    <CiteButton key={block?.dataset.block ?? ''} block={block} parts={parts} onCite={onCite} />
  ));
}

function blockOf(target: EventTarget | null): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>('[data-block]') : null;
}

type ButtonProps = Omit<Props, 'root'> & { readonly block: HTMLElement | null };

function CiteButton({ block, parts, onCite }: ButtonProps) {
  const t = useText();
  const blockId = block?.dataset.block as BlockId | undefined;
  const part = blockId === undefined ? undefined : parts.partOf(blockId);
  if (block === null || blockId === undefined || part === undefined || !block.isConnected) return null;
  // A button may not stand in a table row itself, only in one of its cells.
  const place = block instanceof HTMLTableRowElement ? block.lastElementChild : block;
  if (place === null) return null;
  const mark = paragraphMark(part, blockId);
  return createPortal(
    <button
      type="button"
      className="cite-button"
      title={t('citation.copy')}
      aria-label={mark === '' ? t('citation.copy') : t('citation.copyOf', { mark })}
      onClick={() => onCite(blockId)}
    >
      <Quote size={12} strokeWidth={2} aria-hidden="true" />
    </button>,
    place,
  );
}
