import type { DocumentSummary } from '../../preload/contract/index.ts';
import { validityOf } from '../domain/validity/index.ts';
import { useText } from '../settings/index.ts';
import { useDay } from './validity-day.ts';

/** Whether the document is in force on the day that is judged by, with the dates that say so. */
export function ValidityPill({ document }: { readonly document: DocumentSummary }) {
  const t = useText();
  const validity = validityOf(document, useDay());
  const { effectiveOn, expiresOn } = document;
  const dates =
    effectiveOn !== null && expiresOn !== null
      ? `${effectiveOn} – ${expiresOn}`
      : effectiveOn !== null
        ? t('validity.from', { day: effectiveOn })
        : expiresOn !== null
          ? t('validity.until', { day: expiresOn })
          : '';
  return (
    <>
      <span className={`pill pill-${validity}`}>{t(`validity.${validity}`)}</span>
      {dates !== '' && <span className="pill-date">{dates}</span>}
    </>
  );
}
