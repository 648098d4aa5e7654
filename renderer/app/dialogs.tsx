import { X } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Dialog, Heading, I18nProvider, Modal, ModalOverlay } from 'react-aria-components';
import type { About } from '../../preload/contract/index.ts';
import { fontSizes, languages, themes } from '../../preload/contract/vocabulary.ts';
import { ask } from '../platform/reader.ts';
import { reportProblem, useSettings, useText } from '../settings/index.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { Segmented } from '../ui/segmented.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { useDialogs } from './dialogs-store.ts';
import { shortcuts } from './shortcuts.ts';

/** The open dialog, over everything; Escape or a click beside it closes it and gives the focus back. */
export function Dialogs() {
  const t = useText();
  const open = useDialogs((state) => state.open);
  const show = useDialogs((state) => state.show);
  const language = useSettings((state) => state.settings.language);
  if (open === null) return null;
  return (
    // The few words that react-aria adds for screen readers are in the window's language.
    <I18nProvider locale={language}>
      <ModalOverlay
        className="dialog-back"
        isOpen
        isDismissable
        onOpenChange={(isOpen) => isOpen || show(null)}
      >
        <Modal className={`dialog dialog-${open}`}>
          <Dialog>
            <header className="dialog-head">
              <Heading slot="title">{t(`${open}.title`)}</Heading>
              <IconButton icon={X} label={t('dialog.close')} tip="left" onPress={() => show(null)} />
            </header>
            {open === 'shortcuts' ? <Shortcuts /> : open === 'about' ? <AboutText /> : <Appearance />}
          </Dialog>
        </Modal>
      </ModalOverlay>
    </I18nProvider>
  );
}

function Shortcuts() {
  const t = useText();
  return (
    <dl className="shortcuts">
      {shortcuts.map(({ keys, label }) => (
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
  );
}

function Appearance() {
  const t = useText();
  const { language, theme, typography } = useSettings((state) => state.settings);
  const change = useSettings((state) => state.change);
  return (
    <div className="appearance">
      <div>
        <span>{t('appearance.language')}</span>
        <Segmented
          label={t('appearance.language')}
          value={language}
          onChange={(value) => change({ language: value })}
          options={languages.map((value) => ({ value, label: t(`language.${value}`) }))}
        />
      </div>
      <div>
        <span>{t('appearance.theme')}</span>
        <Segmented
          label={t('appearance.theme')}
          value={theme}
          onChange={(value) => change({ theme: value })}
          options={themes.map((value) => ({ value, label: t(`theme.${value}`) }))}
        />
      </div>
      <div>
        <label htmlFor="font-size">{t('appearance.fontSize')}</label>
        <input
          id="font-size"
          type="range"
          min={fontSizes.smallest}
          max={fontSizes.largest}
          step={fontSizes.step}
          value={typography.fontSize}
          onChange={(event) =>
            change({ typography: { ...typography, fontSize: Number(event.target.value) } })
          }
        />
        <output htmlFor="font-size">{typography.fontSize}</output>
      </div>
    </div>
  );
}

function AboutText() {
  const t = useText();
  const [about, setAbout] = useState<About | null>(null);
  useEffect(() => {
    ask('app.about', {}).then(setAbout, (error: unknown) => reportProblem('problem.about', error));
  }, []);
  if (about === null) return <Skeleton label={t('reader.loading')} />;
  const facts = [
    [t('about.version'), about.version],
    [t('about.runtime'), `Electron ${about.electron} · Chromium ${about.chromium} · Node ${about.node}`],
    [t('about.library'), about.libraryHash.slice(0, 16)],
    [t('about.dataFolder'), about.dataFolder],
  ] as const;
  return (
    <div className="about">
      <p>{t('about.what')}</p>
      <dl className="facts">
        {facts.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {about.developmentRuntime && <p className="card-warning">{t('about.developmentRuntime')}</p>}
      <label htmlFor="licences">{t('about.licences')}</label>
      <textarea id="licences" className="licences" readOnly rows={10} value={about.licences} />
    </div>
  );
}
