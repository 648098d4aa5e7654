import type { DocumentSummary } from '../../preload/contract/index.ts';
import { validityOf } from '../domain/validity/index.ts';
import { useText } from '../settings/index.ts';
import { useDay } from './validity-day.ts';

type Props = {
  readonly document: DocumentSummary;
  /** Without the dates, where they stand beside it. */
  readonly bare?: boolean;
};

/** Whether the document is in force on the day that is judged by, with the dates that say so. */
export function ValidityPill({ document, bare = false }: Props) {
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
      {dates !== '' && !bare && <span className="pill-date">{dates}</span>}
    </>
  );
}
