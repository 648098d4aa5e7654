import { GitCompareArrows } from 'lucide-react';
import { useNavigation } from '../platform/navigation.ts';
import { useText } from '../settings/index.ts';
import { usePendingCount } from './review-store.ts';

/** Says how many notes new editions left to be looked at, and leads there; nothing where there are none. */
export function ReviewBanner() {
  const t = useText();
  const count = usePendingCount();
  if (count === 0) return null;
  return (
    <div className="review-banner view-narrow">
      <p>
        <GitCompareArrows size={16} strokeWidth={1.75} aria-hidden="true" />
        {t('review.pending', { count })}
      </p>
      <button
        type="button"
        className="button button-line"
        onClick={() => useNavigation.getState().go({ view: 'review' })}
      >
        {t('review.open')}
      </button>
    </div>
  );
}
