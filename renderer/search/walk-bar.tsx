import { ChevronDown, ChevronUp, Undo2, X } from 'lucide-react';
import { useLibrary } from '../library/index.ts';
import { useNavigation } from '../platform/navigation.ts';
import { useText } from '../settings/index.ts';
import { focusView } from '../ui/focus.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { showResults } from './search-store.ts';
import { endWalk, useSearchWalk, walkOn } from './walk-store.ts';

/** Over the text that a hit was opened in: which of how many it is, and the way to the next and back to the list. */
export function WalkBar() {
  const t = useText();
  const walk = useSearchWalk((state) => state.walk);
  const reading = useNavigation(({ route }) => route.view === 'reader');
  const title = useLibrary(({ byId }) => walk?.stop && byId.get(walk.stop.documentId)?.title);
  if (walk === null || !reading) return null;
  const { query, exact, at, total, wrapped } = walk;
  const count = t('search.walkAt', { at: at + 1, all: total });
  const said = [
    ...(wrapped === null
      ? []
      : [t(wrapped === 'start' ? 'search.walkWrappedStart' : 'search.walkWrappedEnd')]),
    count,
    ...(title ? [title] : []),
  ];
  return (
    <section className="walk-bar" aria-label={t('search.walk')}>
      <button type="button" className="button walk-back" onClick={() => showResults(query, exact, 'chosen')}>
        <Undo2 size={16} strokeWidth={1.75} aria-hidden="true" />
        {t('search.walkBack')}
      </button>
      <span className="walk-query">{query}</span>
      <span className="walk-count">{count}</span>
      {wrapped !== null && (
        <span className="walk-wrapped">
          {t(wrapped === 'start' ? 'search.walkWrappedStart' : 'search.walkWrappedEnd')}
        </span>
      )}
      <span className="visually-hidden" role="status">
        {said.join(' · ')}
      </span>
      <IconButton icon={ChevronUp} label={t('search.walkPrevious')} onPress={() => void walkOn(-1)} />
      <IconButton icon={ChevronDown} label={t('search.walkNext')} onPress={() => void walkOn(1)} />
      <IconButton
        icon={X}
        label={t('search.walkClose')}
        tip="below-end"
        onPress={() => {
          endWalk();
          focusView();
        }}
      />
    </section>
  );
}
