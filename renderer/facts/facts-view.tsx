import { CalendarPlus, Download, SearchX, Target, TriangleAlert } from 'lucide-react';
import { useCallback, useDeferredValue, useEffect, useLayoutEffect, useMemo, useRef } from 'react';
import type { LibraryFact } from '../../preload/contract/index.ts';
import { filterFacts, isDatedDuty, sortFacts } from '../domain/facts/index.ts';
import { useDocumentScripts } from '../library/index.ts';
import { useText } from '../settings/index.ts';
import { focusView } from '../ui/focus.ts';
import { Skeleton } from '../ui/skeleton.tsx';
import { StateMessage } from '../ui/state-message.tsx';
import { exportFacts } from './export-facts.ts';
import { FactFilters } from './fact-filters.tsx';
import { noFilter, useFacts } from './facts-store.ts';
import { FactsTable } from './facts-table.tsx';
import { groupFacts } from './groups.ts';
import { useWalk } from './use-walk.ts';

const none: readonly LibraryFact[] = [];

/** Targets, amounts and deadlines of the whole library; a row opens its sentence. */
export function FactsView() {
  const t = useText();
  const { facts, failure, filter, order, shown, load, narrow, showMore } = useFacts();
  const scriptOf = useDocumentScripts();
  const list = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const focusField = useCallback(() => field.current?.focus(), []);
  useEffect(() => void load(), [load]);
  useWalk(list, focusField);
  // Typing stays quick however long the list is.
  const wanted = useDeferredValue(filter);
  // The text is looked for once for all: it is what takes time.
  const matching = useMemo(
    () => filterFacts(facts ?? none, { ...noFilter, text: wanted.text }),
    [facts, wanted.text],
  );
  const found = useMemo(
    () => sortFacts(filterFacts(matching, { ...wanted, text: '' }), order),
    [matching, wanted, order],
  );
  const groups = useMemo(() => groupFacts(found, order, shown), [found, order, shown]);
  const ready = facts !== null && scriptOf !== null;
  useOpenedRow(list, ready);
  const more = Math.min(found.length - shown, shown);

  return (
    <main className="view" aria-labelledby="facts-heading">
      <header className="view-head">
        <h1 id="facts-heading">{t('nav.facts')}</h1>
        <p className="view-facts" role="status">
          {facts === null
            ? ''
            : found.length === facts.length
              ? t('count.facts', { count: facts.length })
              : t('facts.found', { found: found.length, all: facts.length })}
        </p>
        <span className="view-actions fact-actions">
          <button
            type="button"
            className="button button-line"
            disabled={found.length === 0}
            onClick={() => void exportFacts(found, 'csv')}
          >
            <Download size={16} strokeWidth={1.75} aria-hidden="true" />
            {t('facts.exportTable')}
          </button>
          <button
            type="button"
            className="button button-line"
            disabled={!found.some(isDatedDuty)}
            onClick={() => void exportFacts(found, 'ics')}
          >
            <CalendarPlus size={16} strokeWidth={1.75} aria-hidden="true" />
            {t('facts.exportCalendar')}
          </button>
        </span>
      </header>
      {facts !== null && facts.length > 0 && (
        <FactFilters
          facts={facts}
          matching={matching}
          field={field}
          onDown={() => list.current?.querySelector<HTMLElement>('[data-walk]')?.focus()}
        />
      )}
      <div ref={list} className="view-body fact-list">
        {failure !== null ? (
          <StateMessage
            icon={TriangleAlert}
            tone="problem"
            title={t('facts.cannotRead')}
            detail={t(`error.${failure}`)}
            action={{
              label: t('problem.tryAgain'),
              run: () => {
                // The button goes away with the message.
                focusView();
                void load();
              },
            }}
          />
        ) : !ready ? (
          <Skeleton label={t('facts.reading')} />
        ) : facts.length === 0 ? (
          <StateMessage icon={Target} title={t('facts.none')} detail={t('facts.noneDetail')} />
        ) : found.length === 0 ? (
          <StateMessage
            icon={SearchX}
            title={t('facts.noneFound')}
            action={{
              label: t('facts.showAll'),
              run: () => {
                narrow(noFilter);
                focusField();
              },
            }}
          />
        ) : (
          <>
            <FactsTable groups={groups} order={order} scriptOf={scriptOf} />
            {more > 0 && (
              <button
                type="button"
                className="button button-line fact-more"
                data-walk
                onClick={(event) => {
                  // The focus goes to the first of the new rows, or Tab would pass them by.
                  const last = event.currentTarget.parentElement?.querySelectorAll('[data-fact]').length ?? 0;
                  showMore();
                  requestAnimationFrame(() =>
                    list.current?.querySelectorAll<HTMLElement>('[data-fact]')[last]?.focus(),
                  );
                }}
              >
                {t('facts.showMore', { more, all: found.length })}
              </button>
            )}
          </>
        )}
      </div>
    </main>
  );
}

/** Brings who comes back from a document to the row that was opened. */
function useOpenedRow(list: React.RefObject<HTMLElement | null>, ready: boolean): void {
  useLayoutEffect(() => {
    const { opened } = useFacts.getState();
    if (!ready || opened === null) return;
    useFacts.setState({ opened: null });
    const row = list.current?.querySelector<HTMLElement>(`[data-fact="${CSS.escape(opened)}"]`);
    row?.scrollIntoView({ block: 'center' });
    // Who came by the side bar keeps the focus there.
    if (document.activeElement === document.body) row?.focus({ preventScroll: true });
  }, [list, ready]);
}
