import { useSettings, useText } from '../settings/index.ts';
import { Switch } from '../ui/switch.tsx';
import { useDialogs } from './dialogs-store.ts';

/** Whether single letters, digits and marks are keys (WCAG 2.2, 2.1.4). */
export function KeyboardSettings() {
  const t = useText();
  const bareKeys = useSettings((state) => state.settings.bareKeys);
  const change = useSettings((state) => state.change);
  const show = useDialogs((state) => state.show);
  return (
    <>
      <Switch
        label={t('settings.bareKeys')}
        detail={t('settings.bareKeysDetail')}
        isSelected={bareKeys}
        onChange={(on) => change({ bareKeys: on })}
      />
      <button type="button" className="button button-line" onClick={() => show('shortcuts')}>
        {t('settings.allKeys')}
      </button>
    </>
  );
}
