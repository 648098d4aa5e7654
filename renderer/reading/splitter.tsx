import { useSyncExternalStore } from 'react';
import { usePanes } from '../platform/panes.ts';
import { useText } from '../settings/index.ts';
import { firstPaneId } from './panes.ts';

const least = 20;
const most = 80;
const step = 5;

// The width at which the style sheet puts one pane above the other.
const stacked = window.matchMedia('(max-width: 900px)');

function setShare(share: number): void {
  usePanes.setState({ share: Math.round(Math.min(most, Math.max(least, share))) });
}

/** The line between the panes: drag it, or move it by the arrow keys; a double click or Enter halves. */
export function Splitter() {
  const t = useText();
  const share = usePanes((state) => state.share);
  const isStacked = useSyncExternalStore(
    (changed) => {
      stacked.addEventListener('change', changed);
      return () => stacked.removeEventListener('change', changed);
    },
    () => stacked.matches,
  );
  const drag = (event: React.PointerEvent<HTMLElement>): void => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
    const box = event.currentTarget.parentElement?.getBoundingClientRect();
    if (box === undefined) return;
    setShare(
      100 * (isStacked ? (event.clientY - box.top) / box.height : (event.clientX - box.left) / box.width),
    );
  };
  const keys = (event: React.KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const wanted: Readonly<Record<string, number>> = {
      ArrowLeft: share - step,
      ArrowUp: share - step,
      ArrowRight: share + step,
      ArrowDown: share + step,
      Home: least,
      End: most,
      Enter: 50,
    };
    const next = wanted[event.key];
    if (next === undefined) return;
    event.preventDefault();
    setShare(next);
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a separator that can be moved is a widget, which <hr> is not
    <div
      role="separator"
      className="splitter"
      tabIndex={0}
      aria-label={t('panes.splitter')}
      aria-orientation={isStacked ? 'horizontal' : 'vertical'}
      aria-controls={firstPaneId}
      aria-valuenow={share}
      aria-valuemin={least}
      aria-valuemax={most}
      onKeyDown={keys}
      onDoubleClick={() => setShare(50)}
      onPointerDown={(event) => {
        event.preventDefault();
        event.currentTarget.focus();
        event.currentTarget.setPointerCapture(event.pointerId);
      }}
      onPointerMove={drag}
    />
  );
}
