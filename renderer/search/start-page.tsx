import { X } from 'lucide-react';
import { useRef } from 'react';
import { useSettings, useText } from '../settings/index.ts';
import { keepFocusNear } from '../ui/focus.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { Switch } from '../ui/switch.tsx';
import { SavedSearches } from './saved-searches.tsx';
import { QueryExamples } from './search-help.tsx';
import { clearHistory, forget } from './search-history.ts';
import { showResults } from './search-store.ts';

/** Before anything is searched for: what was searched for before, what was saved, and what a query can be. */
export function StartPage() {
  const t = useText();
  return (
    <div className="search-start">
      <div className="search-kept">
        <SavedSearches />
        <History />
      </div>
      <section className="start-section" aria-labelledby="search-help-heading">
        <h2 id="search-help-heading">{t('search.help')}</h2>
        <QueryExamples />
      </section>
    </div>
  );
}

function History() {
  const t = useText();
  const history = useSettings((state) => state.settings.searchHistory);
  const keeps = useSettings((state) => state.settings.keepSearchHistory);
  const change = useSettings((state) => state.change);
  const list = useRef<HTMLUListElement>(null);
  return (
    <section className="start-section" aria-labelledby="search-history-heading">
      <div className="start-head">
        <h2 id="search-history-heading">{t('search.history')}</h2>
        {history.length > 0 && (
          <button type="button" className="button" onClick={clearHistory}>
            {t('search.historyClear')}
          </button>
        )}
      </div>
      {history.length === 0 ? (
        <p className="start-none">{t(keeps ? 'search.historyNone' : 'search.historyOff')}</p>
      ) : (
        <ul ref={list} className="start-list">
          {history.map((searched) => (
            <li key={`${searched.query} ${searched.exact}`}>
              <button
                type="button"
                className="start-entry"
                data-start
                onClick={() => {
                  showResults(searched.query, searched.exact, 'chosen');
                  document.querySelector<HTMLElement>('.search-box input')?.focus();
                }}
              >
                <span className="start-query">{searched.query}</span>
                {searched.exact && <span className="start-facts">{t('search.exactOn')}</span>}
              </button>
              <IconButton
                icon={X}
                label={t('search.historyRemove', { query: searched.query })}
                tip="left"
                onPress={(button) => {
                  const keepFocus = keepFocusNear(button.closest('li'));
                  forget(searched);
                  requestAnimationFrame(keepFocus);
                }}
              />
            </li>
          ))}
        </ul>
      )}
      <Switch
        label={t('search.historyKeep')}
        detail={t('search.historyKeepDetail')}
        isSelected={keeps}
        onChange={(on) =>
          change(on ? { keepSearchHistory: true } : { keepSearchHistory: false, searchHistory: [] })
        }
      />
    </section>
  );
}
