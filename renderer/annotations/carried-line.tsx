import type { Annotation } from '../../preload/contract/index.ts';
import { useNavigation } from '../platform/navigation.ts';
import { useText } from '../settings/index.ts';

/** Says on a note's card what a new edition did to it, and leads to where it is looked at. */
export function CarriedLine({ carried }: Pick<Annotation, 'carried'>) {
  const t = useText();
  if (carried === null) return null;
  return (
    <p className={carried.state === 'moved' ? 'card-carried' : 'card-carried card-warning'}>
      {t(`carried.${carried.state}`)}
      <button
        type="button"
        className="link-button"
        onClick={() => useNavigation.getState().go({ view: 'review' })}
      >
        {t('carried.check')}
      </button>
    </p>
  );
}
