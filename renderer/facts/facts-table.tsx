import { memo, useMemo } from 'react';
import type { DocumentId, LibraryFact } from '../../preload/contract/index.ts';
import type { FactOrder } from '../domain/facts/index.ts';
import { type ShownScript, useLibrary } from '../library/index.ts';
import { openDocument } from '../platform/navigation.ts';
import { titleLanguage } from '../script/index.ts';
import { useText } from '../settings/index.ts';
import { MarkedText } from '../ui/marked-text.tsx';
import { shownFact } from './fact-text.ts';
import { FactValue } from './fact-value.tsx';
import { useFacts } from './facts-store.ts';
import type { FactGroup } from './groups.ts';

/** Characters of a sentence shown on either side of the value. */
const contextLength = 70;

type Props = {
  readonly groups: readonly FactGroup[];
  readonly order: FactOrder;
  readonly scriptOf: (documentId: DocumentId) => ShownScript;
};

/** The facts as a table, by document or by year. */
export function FactsTable({ groups, order, scriptOf }: Props) {
  const t = useText();
  // By document the group's title says it.
  const documents = order !== 'document';
  return (
    <table className="fact-table" aria-labelledby="facts-heading">
      <thead>
        <tr>
          <th scope="col" className="fact-due">
            {t('fact.due')}
          </th>
          <th scope="col">{t('facts.what')}</th>
          <th scope="col" className="fact-value">
            {t('fact.value')}
          </th>
          <th scope="col" className="fact-type">
            {t('fact.type')}
          </th>
          {documents && (
            <th scope="col" className="fact-document">
              {t('fact.document')}
            </th>
          )}
        </tr>
      </thead>
      {groups.map((group) => (
        <tbody key={group.key}>
          <tr className="fact-group">
            <th scope="rowgroup" colSpan={documents ? 5 : 4}>
              <GroupTitle group={group} order={order} />
            </th>
          </tr>
          {group.facts.map((fact) => (
            <FactRow key={fact.id} fact={fact} script={scriptOf(fact.documentId)} documents={documents} />
          ))}
        </tbody>
      ))}
    </table>
  );
}

function GroupTitle({ group, order }: { readonly group: FactGroup; readonly order: FactOrder }) {
  const t = useText();
  const document = useLibrary((state) =>
    order === 'document' ? state.byId.get(group.key as DocumentId) : undefined,
  );
  const title =
    document?.title ?? (group.key === null ? t('facts.undated') : t('facts.inYear', { year: group.key }));
  return (
    <>
      <span lang={document && titleLanguage(document)}>{title}</span>
      <span className="fact-group-count">
        {[document?.documentNumber, t('count.facts', { count: group.total })].filter(Boolean).join(' · ')}
      </span>
    </>
  );
}

type RowProps = {
  readonly fact: LibraryFact;
  readonly script: ShownScript;
  readonly documents: boolean;
};

const FactRow = memo(
  function FactRow({ fact, script: { converter, lang }, documents }: RowProps) {
    const t = useText();
    const document = useLibrary((state) => state.byId.get(fact.documentId));
    const shown = useMemo(() => shownFact(fact, fact.sentence, converter, contextLength), [fact, converter]);
    const open = (): void => {
      const { id, documentId, blockId, start, end } = fact;
      useFacts.setState({ opened: id });
      openDocument(documentId, { blockId, offset: start, marks: [{ blockId, start, end }] });
    };
    return (
      <tr
        className="fact"
        onClick={() => {
          // Who selects words in a row to copy them does not want to leave it.
          if (getSelection()?.isCollapsed !== false) open();
        }}
      >
        <td className="fact-due">
          {fact.due ?? (
            <>
              <span aria-hidden="true">—</span>
              <span className="visually-hidden">{t('field.unstated')}</span>
            </>
          )}
        </td>
        <th scope="row" className="fact-what">
          <button
            type="button"
            className="fact-open"
            lang={lang}
            data-walk
            data-fact={fact.id}
            onClick={(event) => {
              event.stopPropagation();
              open();
            }}
          >
            {shown.subject !== null && <span className="fact-subject">{shown.subject}</span>}
            <span className="fact-sentence">
              <MarkedText pieces={shown.pieces} />
            </span>
          </button>
        </th>
        <td className="fact-value">
          <FactValue fact={fact} raw={shown.raw} lang={lang} />
        </td>
        <td className="fact-type">
          <span className="pill">{t(`factType.${fact.type}`)}</span>
        </td>
        {documents && (
          <td className="fact-document" lang={document && titleLanguage(document)}>
            {document?.title ?? fact.documentId}
          </td>
        )}
      </tr>
    );
  },
  // The script of a row is made anew each time; what it holds decides.
  (before, after) =>
    before.fact === after.fact &&
    before.documents === after.documents &&
    before.script.converter === after.script.converter &&
    before.script.lang === after.script.lang,
);
