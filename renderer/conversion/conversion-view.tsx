import { ArrowLeft, CircleCheck, FileWarning, Languages, TriangleAlert } from 'lucide-react';
import type { DocumentId, DocumentSummary } from '../../preload/contract/index.ts';
import { doubts } from '../domain/conversion/index.ts';
import { useLibrary } from '../library/index.ts';
import { openDocument, useNavigation } from '../platform/navigation.ts';
import { titleLanguage, useScriptView } from '../script/index.ts';
import { useText } from '../settings/index.ts';
import { focusView } from '../ui/focus.ts';
import { Skeleton } from '../ui/skeleton.tsx';
import { StateMessage } from '../ui/state-message.tsx';
import { DoubtfulCard } from './doubtful-card.tsx';
import { type Audit, look, useAudit, useLooked } from './use-audit.ts';

/** What is doubtful in how a document is shown in the other script, character by character, with every place. */
export function ConversionView({ documentId }: { readonly documentId: DocumentId }) {
  const t = useText();
  const document = useLibrary((state) => state.byId.get(documentId));
  const [view, setView] = useScriptView(document);
  const converted = view === 'converted';
  const { audit, again } = useAudit(document, converted);
  const total =
    audit === null || typeof audit === 'string'
      ? null
      : audit.found.reduce((sum, { places }) => sum + places.length, 0);
  return (
    <main className="view" aria-labelledby="conversion-heading">
      <header className="view-head">
        <h1 id="conversion-heading">{t('conversion.title')}</h1>
        <p className="view-facts" role="status">
          {total === null || typeof audit === 'string' || audit === null
            ? ''
            : t('conversion.found', { characters: audit.found.length, places: total })}
        </p>
        {document !== undefined && (
          <button type="button" className="conversion-of" onClick={() => openDocument(document.id)}>
            <ArrowLeft size={14} strokeWidth={1.75} aria-hidden="true" />
            <span lang={titleLanguage(document)}>{document.title}</span>
          </button>
        )}
      </header>
      {document === undefined ? (
        <StateMessage
          icon={FileWarning}
          tone="problem"
          title={t('reader.cannotOpen')}
          detail={t('error.NOT_FOUND')}
          action={{
            label: t('reader.toLibrary'),
            run: () => useNavigation.getState().go({ view: 'library' }),
          }}
        />
      ) : !converted ? (
        <StateMessage
          icon={Languages}
          title={t('conversion.notConverted')}
          detail={t('conversion.notConvertedDetail')}
          action={{
            label: t('conversion.convert'),
            run: () => {
              // The button goes away with the message.
              focusView();
              setView('converted');
            },
          }}
        />
      ) : audit === null ? (
        <div className="view-body">
          <Skeleton label={t('conversion.running')} />
        </div>
      ) : typeof audit === 'string' ? (
        <StateMessage
          icon={TriangleAlert}
          tone="problem"
          title={t('conversion.failed')}
          detail={t(`error.${audit}`)}
          action={{
            label: t('problem.tryAgain'),
            run: () => {
              focusView();
              again();
            },
          }}
        />
      ) : audit.found.length === 0 ? (
        <StateMessage
          icon={CircleCheck}
          title={t('conversion.none')}
          detail={t('conversion.noneDetail')}
          action={{ label: t('conversion.back'), run: () => openDocument(document.id) }}
        />
      ) : (
        <DoubtfulList document={document} audit={audit} />
      )}
    </main>
  );
}

function DoubtfulList({ document, audit }: { readonly document: DocumentSummary; readonly audit: Audit }) {
  const t = useText();
  const { doubt = null, open = null } = useLooked((state) => state.get(document.id)) ?? {};
  const kinds = doubts.filter((kind) => audit.found.some((each) => each.doubt === kind));
  const shown = kinds.filter((kind) => doubt === null || kind === doubt);
  const chip = (kind: typeof doubt, label: string, count: number): React.ReactNode => (
    <button
      key={label}
      type="button"
      className="chip"
      aria-pressed={doubt === kind}
      onClick={() => look(document.id, { doubt: kind })}
    >
      {label} {count}
    </button>
  );
  return (
    <>
      <div className="chips">
        {chip(null, t('conversion.all'), audit.found.length)}
        {kinds.map((kind) =>
          chip(kind, t(`doubt.${kind}`), audit.found.filter((each) => each.doubt === kind).length),
        )}
      </div>
      <div className="view-body conversion-body">
        {shown.map((kind) => (
          <section key={kind} aria-labelledby={`doubt-${kind}`}>
            <h2 id={`doubt-${kind}`}>{t(`doubt.${kind}`)}</h2>
            <p className="conversion-why">{t(`doubtWhy.${kind}`)}</p>
            <ul className="conversion-list">
              {audit.found
                .filter((each) => each.doubt === kind)
                .map((each) => {
                  const key = `${kind} ${each.original} ${each.shown}`;
                  return (
                    <DoubtfulCard
                      key={key}
                      document={document}
                      blocks={audit.blocks}
                      doubtful={each}
                      open={open === key}
                      onToggle={() => look(document.id, { open: open === key ? null : key })}
                    />
                  );
                })}
            </ul>
          </section>
        ))}
      </div>
    </>
  );
}
