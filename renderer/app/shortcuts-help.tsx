import { useSettings, useText } from '../settings/index.ts';
import { shortcutsOf } from './shortcuts.ts';

/** Every key the window knows; those that are switched off are left out. */
export function ShortcutsHelp() {
  const t = useText();
  const bareKeys = useSettings((state) => state.settings.bareKeys);
  return (
    <>
      <dl className="shortcuts">
        {shortcutsOf(bareKeys).map(({ keys, label }) => (
          <div key={label}>
            <dt>{t(label)}</dt>
            <dd>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
      {!bareKeys && <p className="setting-hint">{t('shortcuts.bareKeysOff')}</p>}
    </>
  );
}
