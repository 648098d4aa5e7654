import { LibraryBig } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { DocumentId, DocumentSummary } from '../../preload/contract/index.ts';
import { localDay, validityOf } from '../domain/validity/index.ts';
import { openDocument } from '../platform/navigation.ts';
import { languageTag, titleLanguage } from '../script/index.ts';
import { useText } from '../settings/index.ts';
import { StateMessage } from '../ui/state-message.tsx';
import { useLibrary } from './library-store.ts';
import { ValidityPill } from './validity-pill.tsx';

type Props = { readonly noteCounts: ReadonlyMap<DocumentId, number> };

type Filter = {
  readonly key: string;
  readonly label: string;
  readonly keeps: (document: DocumentSummary) => boolean;
};

/** All documents of the library, the parts of a compilation below it. */
export function LibraryView({ noteCounts }: Props) {
  const t = useText();
  const documents = useLibrary((state) => state.documents);
  const [chosen, setChosen] = useState('all');
  const filters = useMemo(() => filtersOf(documents, noteCounts, t), [documents, noteCounts, t]);
  const filter = filters.find(({ key }) => key === chosen) ?? filters[0];
  const shown = inTree(documents).filter((document) => filter === undefined || filter.keeps(document));
  const characters = documents.reduce((sum, { characterCount }) => sum + characterCount, 0);

  return (
    <main className="view" aria-labelledby="library-heading">
      <header className="view-head">
        <h1 id="library-heading">{t('nav.library')}</h1>
        <p className="view-facts">
          {[
            t('count.documents', { count: documents.length }),
            t('count.characters', { count: characters }),
            t('library.allOffline'),
          ].join(' · ')}
        </p>
      </header>
      <fieldset className="chips">
        <legend className="visually-hidden">{t('library.filter')}</legend>
        {filters.map(({ key, label, keeps }) => (
          <button
            key={key}
            type="button"
            className="chip"
            aria-pressed={key === filter?.key}
            onClick={() => setChosen(key)}
          >
            {label} <span className="chip-count">{documents.filter(keeps).length}</span>
          </button>
        ))}
      </fieldset>
      <div className="view-body">
        {shown.length === 0 ? (
          <StateMessage
            icon={LibraryBig}
            title={t('library.noneFound')}
            action={{ label: t('library.showAll'), run: () => setChosen('all') }}
          />
        ) : (
          <table className="library">
            <thead>
              <tr>
                <th scope="col">{t('field.title')}</th>
                <th scope="col">{t('field.documentNumber')}</th>
                <th scope="col">{t('field.issuer')}</th>
                <th scope="col">{t('field.issuedOn')}</th>
                <th scope="col">{t('field.validity')}</th>
                <th scope="col" className="numeric">
                  {t('nav.notes')}
                </th>
              </tr>
            </thead>
            <tbody>
              {shown.map((document) => (
                <DocumentRow key={document.id} document={document} notes={noteCounts.get(document.id) ?? 0} />
              ))}
            </tbody>
          </table>
        )}
      </div>
    </main>
  );
}

function DocumentRow({ document, notes }: { readonly document: DocumentSummary; readonly notes: number }) {
  const t = useText();
  const lang = languageTag(document, 'original');
  const inferred = (column: string): React.ReactNode =>
    document.inferredFields.includes(column) && <span className="inferred">{t('field.inferred')}</span>;
  const unstated = (
    <>
      <span aria-hidden="true">—</span>
      <span className="visually-hidden">{t('field.unstated')}</span>
    </>
  );
  return (
    <tr
      className={document.parentId === null ? '' : 'library-part'}
      onClick={() => openDocument(document.id)}
    >
      <th scope="row">
        <button
          type="button"
          className="library-title"
          lang={titleLanguage(document)}
          onClick={(event) => {
            event.stopPropagation();
            openDocument(document.id);
          }}
        >
          {document.title}
        </button>
        <span className="library-facts">
          {[
            document.kind,
            document.level === null ? null : t(`level.${document.level}`),
            t('count.characters', { count: document.characterCount }),
            document.script === 'hant' ? t('library.traditional') : null,
            document.completeness === 'complete' ? null : t(`completeness.${document.completeness}`),
          ]
            .filter((part) => part !== null)
            .join(' · ')}
        </span>
      </th>
      <td>
        {document.documentNumber === null ? unstated : <span lang={lang}>{document.documentNumber}</span>}
      </td>
      <td>
        {document.issuer === null ? unstated : <span lang={lang}>{document.issuer}</span>}{' '}
        {inferred('issuer')}
      </td>
      <td className="nowrap numeric-left">
        {document.issuedOn ?? unstated} {inferred('issued_on')}
      </td>
      <td>
        <ValidityPill document={document} />
      </td>
      <td className="numeric">{notes === 0 ? '' : notes}</td>
    </tr>
  );
}

/** Parents in their order, each followed by its parts. */
function inTree(documents: readonly DocumentSummary[]): readonly DocumentSummary[] {
  const parts = Map.groupBy(documents, ({ parentId }) => parentId);
  return (parts.get(null) ?? []).flatMap((parent) => [parent, ...(parts.get(parent.id) ?? [])]);
}

function filtersOf(
  documents: readonly DocumentSummary[],
  noteCounts: ReadonlyMap<DocumentId, number>,
  t: ReturnType<typeof useText>,
): readonly Filter[] {
  const today = localDay(new Date());
  const levels = [...new Set(documents.flatMap(({ level }) => (level === null ? [] : [level])))];
  return [
    { key: 'all', label: t('library.all'), keeps: () => true },
    ...levels.map((level) => ({
      key: level,
      label: t(`level.${level}`),
      keeps: (document: DocumentSummary) => document.level === level,
    })),
    {
      key: 'current',
      label: t('validity.current'),
      keeps: (document) => ['current', 'expiring'].includes(validityOf(document, today)),
    },
    {
      key: 'expired',
      label: t('validity.expired'),
      keeps: (document) => validityOf(document, today) === 'expired',
    },
    { key: 'noted', label: t('library.noted'), keeps: ({ id }) => (noteCounts.get(id) ?? 0) > 0 },
  ];
}
