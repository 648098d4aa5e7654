import { type RefObject, useEffect, useMemo, useState } from 'react';
import type { BlockId } from '../../preload/contract/index.ts';
import { headingPath } from '../domain/anchors/index.ts';
import { nextPaint } from '../platform/next-paint.ts';
import { useText } from '../settings/index.ts';
import { blockAtLine, readingLine } from './page-lines.ts';
import type { Parts } from './parts.ts';
import { extentsOf, progressOf } from './progress.ts';

type Props = {
  readonly pageRef: RefObject<HTMLElement | null>;
  readonly parts: Parts;
  /** Whether the text is on the page already. */
  readonly ready: boolean;
  /** A text of the library in the script that is shown. */
  readonly inScript: (text: string) => string;
};

type Shown = {
  /** In whole percent. */
  readonly whole: number;
  readonly ofPart: number;
  readonly trail: readonly string[];
};

const nothingYet: Shown = { whole: 0, ofPart: 0, trail: [] };

/** The running head of the page: what is being read, and how much of it has been. */
export function PageHead({ pageRef, parts, ready, inScript }: Props) {
  const t = useText();
  const several = parts.all.length > 1;
  const extents = useMemo(() => extentsOf(parts.all), [parts]);
  const [{ whole, ofPart, trail }, setShown] = useState(nothingYet);
  useEffect(() => {
    const page = pageRef.current;
    if (page === null || !ready) return;
    let frame = 0;
    const look = (): void => {
      frame = 0;
      const progress = progressOf(page, extents);
      if (progress === null) return;
      const next: Shown = {
        whole: Math.round(progress.whole * 100),
        ofPart: Math.round(progress.ofPart * 100),
        trail: trailOf(page, parts, several),
      };
      setShown((old) => (isSame(old, next) ? old : next));
    };
    const soon = (): void => {
      if (frame === 0) frame = requestAnimationFrame(look);
    };
    page.addEventListener('scroll', soon, { passive: true });
    const sizes = new ResizeObserver(soon);
    let following = true;
    // To ask where the page stands before it was painted would lay it out once more.
    void nextPaint().then(() => {
      if (following) sizes.observe(page);
    });
    return () => {
      following = false;
      cancelAnimationFrame(frame);
      page.removeEventListener('scroll', soon);
      sizes.disconnect();
    };
  }, [pageRef, parts, extents, several, ready]);
  return (
    <div className="page-head">
      {/* The headings themselves say the same where they stand. */}
      <span className="page-trail" aria-hidden="true">
        {trail.map(inScript).join(' › ')}
      </span>
      <span className="page-share">
        {several
          ? t('reader.shares', { part: `${ofPart}%`, whole: `${whole}%` })
          : t('reader.share', { whole: `${whole}%` })}
      </span>
      <div
        className="page-progress"
        role="progressbar"
        aria-label={t('reader.progress')}
        aria-valuenow={whole}
        aria-valuemin={0}
        aria-valuemax={100}
      >
        <span style={{ scale: `${whole / 100} 1` }} />
      </div>
    </div>
  );
}

function isSame(one: Shown, other: Shown): boolean {
  return (
    one.whole === other.whole &&
    one.ofPart === other.ofPart &&
    one.trail.join('\n') === other.trail.join('\n')
  );
}

/** The headings over the line being read, the part's title before them; nothing where the page still shows its own title. */
function trailOf(page: HTMLElement, parts: Parts, several: boolean): readonly string[] {
  if (page.scrollTop < readingLine) return [];
  const block = blockAtLine(page);
  const blockId = block?.dataset.block as BlockId | undefined;
  const part = blockId === undefined ? undefined : parts.partOf(blockId);
  if (blockId === undefined || part === undefined) return [];
  const path = headingPath(part, blockId);
  return several || path.length === 0 ? [part.document.title, ...path] : path;
}
