import { CircleHelp } from 'lucide-react';
import { Button, Dialog, DialogTrigger, Popover } from 'react-aria-components';
import type { TextKey } from '../domain/strings/index.ts';
import { useText } from '../settings/index.ts';
import { focusSearch } from './search-box.tsx';
import { showResults, useSearch } from './search-store.ts';

/** What a query can be, beside the results, behind a button. */
export function SearchHelp() {
  const t = useText();
  const begun = useSearch((state) => state.query.trim() !== '');
  // Before anything is searched for, the page itself shows it.
  if (!begun) return null;
  return (
    <DialogTrigger>
      <Button className="button button-line">
        <CircleHelp size={16} strokeWidth={1.75} aria-hidden="true" />
        {t('search.help')}
      </Button>
      <Popover className="small-popover help-popover">
        <Dialog aria-label={t('search.help')}>{({ close }) => <QueryExamples onChosen={close} />}</Dialog>
      </Popover>
    </DialogTrigger>
  );
}

const examples: readonly { readonly query: TextKey; readonly means: TextKey }[] = [
  { query: 'search.example.and', means: 'search.help.and' },
  { query: 'search.example.phrase', means: 'search.help.phrase' },
  { query: 'search.example.not', means: 'search.help.not' },
  { query: 'search.example.or', means: 'search.help.or' },
  { query: 'search.example.near', means: 'search.help.near' },
  { query: 'search.example.field', means: 'search.help.field' },
  { query: 'search.example.issuer', means: 'search.help.issuer' },
  { query: 'search.example.year', means: 'search.help.year' },
  { query: 'search.example.validity', means: 'search.help.validity' },
  { query: 'search.example.notes', means: 'search.help.notes' },
];

/** The query language by examples; one that is pressed is searched for. */
export function QueryExamples({ onChosen }: { readonly onChosen?: () => void }) {
  const t = useText();
  return (
    <div className="query-help">
      <p>{t('search.helpIntro')}</p>
      <ul>
        {examples.map((example) => {
          const query = t(example.query);
          return (
            <li key={example.means}>
              <button
                type="button"
                className="query-example"
                data-start
                onClick={() => {
                  onChosen?.();
                  showResults(query, useSearch.getState().exact, 'chosen');
                  // After the dialog has given the focus back.
                  requestAnimationFrame(() => focusSearch());
                }}
              >
                <code>{query}</code>
                <span>{t(example.means)}</span>
              </button>
            </li>
          );
        })}
      </ul>
      <p>{t('search.helpFields')}</p>
      <p>{t('search.helpFolding')}</p>
    </div>
  );
}
