import { CalendarOff } from 'lucide-react';
import { useMemo, useRef, useState } from 'react';
import {
  type Entry,
  type TimelineDate,
  type TimelineItem,
  timelineDates,
  timelineOf,
} from '../domain/library/index.ts';
import type { Translate } from '../domain/strings/index.ts';
import { titleLanguage } from '../script/index.ts';
import { useText } from '../settings/index.ts';
import { Segmented } from '../ui/segmented.tsx';
import { StateMessage } from '../ui/state-message.tsx';
import { useList } from './list-store.ts';
import { openRow } from './open-row.ts';
import { useDay, useValidityDay } from './validity-day.ts';
import { ValidityPill } from './validity-pill.tsx';

/** At most so many years are named in the head; of more, every second, fifth or tenth is. */
const mostNames = 14;

/**
 * Documents along the years. It is a list by year in which every entry says its dates; the bars beside it, for the
 * eye, say the same. Arrow keys walk over all entries, left and right by year.
 */
export function TimelineList({ entries }: { readonly entries: readonly Entry[] }) {
  const t = useText();
  const day = useDay();
  const isToday = useValidityDay(({ chosen }) => chosen === null);
  const date = useList((state) => state.timelineDate);
  const list = useRef<HTMLDivElement>(null);
  const [stop, setStop] = useState<string | null>(null);
  const { years, today, groups, undated } = useMemo(
    () => timelineOf(entries, date, day),
    [entries, date, day],
  );
  const ids = [
    ...groups.flatMap(({ items }) => items.map(({ entry }) => entry.document.id)),
    ...undated.map(({ document }) => document.id),
  ];
  // One stop for Tab: the entry that had the focus last, else the first.
  const stopId = ids.find((id) => id === stop) ?? ids[0];
  const step = [1, 2, 5, 10, 20, 50].find((every) => years.length / every <= mostNames) ?? 100;
  const entryProps = (entry: Entry) => ({
    entry,
    stop: entry.document.id === stopId,
    onStop: () => setStop(entry.document.id),
  });
  return (
    <div className="timeline">
      <Segmented
        label={t('timeline.by')}
        value={date}
        options={timelineDates.map((value) => ({ value, label: t(`field.${value}`) }))}
        onChange={(timelineDate) => useList.setState({ timelineDate })}
      />
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the keys are for the buttons in it */}
      <div ref={list} onKeyDown={(event) => walk(event, list.current)}>
        {groups.length === 0 ? (
          <StateMessage icon={CalendarOff} title={t('timeline.nothing', { field: t(`field.${date}`) })} />
        ) : (
          <div
            className="timeline-chart"
            style={{ '--years': years.length, '--today': today } as React.CSSProperties}
          >
            <div className="timeline-axis" aria-hidden="true">
              {years.map((year, at) => (
                <span key={year}>{at % step === 0 ? year : ''}</span>
              ))}
              <b className="timeline-now">{isToday ? t('validity.today') : day}</b>
            </div>
            {groups.map(({ year, items }) => (
              <section key={year} className="timeline-year" aria-labelledby={`timeline-${year}`}>
                <h2 id={`timeline-${year}`}>{t('timeline.year', { year })}</h2>
                <ol>
                  {items.map((item) => (
                    <li key={item.entry.document.id}>
                      <EntryButton {...entryProps(item.entry)} />
                      <Bar item={item} />
                    </li>
                  ))}
                </ol>
              </section>
            ))}
          </div>
        )}
        {undated.length > 0 && (
          <section className="timeline-undated" aria-labelledby="timeline-undated">
            <h2 id="timeline-undated">{t('timeline.undated', { count: undated.length })}</h2>
            <p>{t('timeline.why', { field: t(`field.${date}`) })}</p>
            <ul>
              {undated.map((entry) => (
                <li key={entry.document.id}>
                  <EntryButton {...entryProps(entry)} />
                </li>
              ))}
            </ul>
          </section>
        )}
      </div>
    </div>
  );
}

type EntryProps = { readonly entry: Entry; readonly stop: boolean; readonly onStop: () => void };

function EntryButton({ entry: { document }, stop, onStop }: EntryProps) {
  const t = useText();
  return (
    <button
      type="button"
      className="timeline-entry"
      data-title
      tabIndex={stop ? 0 : -1}
      onFocus={onStop}
      onClick={() => openRow(document.id)}
    >
      <span className="timeline-title" lang={titleLanguage(document)}>
        {document.title}
      </span>
      <span className="timeline-dates">
        {datesOf(t, document)}
        <ValidityPill document={document} bare />
      </span>
    </button>
  );
}

function datesOf(t: Translate, document: Entry['document']): string {
  const words: Readonly<Record<TimelineDate, 'timeline.issued' | 'timeline.effective' | 'timeline.expires'>> =
    { issuedOn: 'timeline.issued', effectiveOn: 'timeline.effective', expiresOn: 'timeline.expires' };
  const dates = timelineDates.flatMap((date) => {
    const day = document[date];
    return day === null ? [] : [t(words[date], { day })];
  });
  return dates.length === 0 ? t('timeline.noDates') : dates.join(' · ');
}

/** The period of validity, open where the source names no end, and the mark of the date itself. */
function Bar({ item: { at, from, until } }: { readonly item: TimelineItem }) {
  const hasPeriod = from !== null || until !== null;
  const ends = `${from === null ? 'timeline-unbegun' : ''} ${until === null ? 'timeline-unended' : ''}`;
  return (
    <div className="timeline-track" aria-hidden="true">
      {hasPeriod && (
        <span
          className={`timeline-bar ${ends}`}
          style={{ '--from': from ?? 0, '--until': until ?? 1 } as React.CSSProperties}
        />
      )}
      <span className="timeline-mark" style={{ '--at': at } as React.CSSProperties} />
    </div>
  );
}

/** Arrow keys: to the next or previous entry, or to the first of another year; Home and End to the ends. */
function walk(event: React.KeyboardEvent, list: HTMLElement | null): void {
  if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || list === null) return;
  const all = [...list.querySelectorAll<HTMLElement>('.timeline-entry')];
  const at = all.indexOf(event.target as HTMLElement);
  if (at < 0) return;
  const sections = [...list.querySelectorAll('section')];
  const here = sections.findIndex((section) => section.contains(all[at] ?? null));
  const goal = goalOf(event.key, all, at, sections, here);
  if (goal === null) return;
  event.preventDefault();
  goal?.focus();
}

/** Null: the key is none of these; undefined: there is nothing that way. */
function goalOf(
  key: string,
  all: readonly HTMLElement[],
  at: number,
  sections: readonly Element[],
  here: number,
): HTMLElement | null | undefined {
  const firstOf = (place: number): HTMLElement | undefined =>
    sections[place]?.querySelector<HTMLElement>('.timeline-entry') ?? undefined;
  switch (key) {
    case 'ArrowDown':
      return all[at + 1];
    case 'ArrowUp':
      return all[at - 1];
    case 'ArrowRight':
      return firstOf(here + 1);
    case 'ArrowLeft':
      return firstOf(here - 1);
    case 'Home':
      return all[0];
    case 'End':
      return all.at(-1);
    default:
      return null;
  }
}
