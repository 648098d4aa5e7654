import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import { useText } from '../settings/index.ts';
import { DisplaySettings } from './display-settings.tsx';
import { KeyboardSettings } from './keyboard-settings.tsx';
import { MeaningSettings } from './meaning-settings.tsx';

/** The settings by what they are about; each holds as soon as it is chosen. */
export function SettingsPages() {
  const t = useText();
  const pages = [
    { id: 'display', label: t('settings.display'), Page: DisplaySettings },
    { id: 'marks', label: t('settings.marks'), Page: MeaningSettings },
    { id: 'keyboard', label: t('settings.keyboard'), Page: KeyboardSettings },
  ] as const;
  return (
    <Tabs className="settings">
      <TabList aria-label={t('settings.title')} className="tab-list">
        {pages.map(({ id, label }) => (
          <Tab key={id} id={id} className="tab">
            {label}
          </Tab>
        ))}
      </TabList>
      {pages.map(({ id, Page }) => (
        <TabPanel key={id} id={id} className="settings-page">
          <Page />
        </TabPanel>
      ))}
    </Tabs>
  );
}
