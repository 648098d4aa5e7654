import { useEffect, useState } from 'react';
import type { About } from '../../preload/contract/index.ts';
import { ask } from '../platform/reader.ts';
import { reportProblem, useText } from '../settings/index.ts';
import { Skeleton } from '../ui/skeleton.tsx';

/** Versions, the folder of the data, and the licences of what the program is made of. */
export function AboutText() {
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
