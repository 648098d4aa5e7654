import type { Carrying } from '../../preload/contract/index.ts';
import { useNavigation } from '../platform/navigation.ts';
import { text } from '../settings/index.ts';
import { useNotices } from '../ui/notices.ts';

/** Says once, at the start that brought new editions, what became of the notes on them. */
export function tellOfEditions({ carried, problem }: Carrying): void {
  const t = text();
  const { show } = useNotices.getState();
  if (problem !== null) {
    const reason = t(`error.${problem.code}`);
    show({ tone: 'problem', text: t('review.notCarried', { reason }) });
  } else if (carried > 0) {
    show({
      tone: 'plain',
      text: t('review.arrived', { count: carried }),
      action: { label: t('review.open'), run: () => useNavigation.getState().go({ view: 'review' }) },
    });
  }
}
