import type { UserDataState } from '../../preload/contract/index.ts';
import { text } from '../settings/index.ts';
import { useNotices } from '../ui/notices.ts';

/** Says what was found damaged when the notes were opened, and what became of it. */
export function tellOfIncident({ incident }: UserDataState): void {
  if (incident === null) return;
  const { setAside, damaged } = incident;
  const t = text();
  useNotices.getState().show({
    tone: 'problem',
    text:
      damaged > 0
        ? t('userData.partlyRead', { count: damaged })
        : t('userData.restored', { count: setAside }),
  });
}
