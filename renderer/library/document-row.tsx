import type { DocumentId, DocumentSummary } from '../../preload/contract/index.ts';
import { openBeside, openDocument } from '../platform/navigation.ts';
import { languageTag, titleLanguage } from '../script/index.ts';
import { useText } from '../settings/index.ts';
import { ValidityPill } from './validity-pill.tsx';

type Props = {
  readonly document: DocumentSummary;
  readonly notes: number;
  /** Whether it stands below the compilation that it is a part of. */
  readonly part: boolean;
};

/** A document in the list of the library. */
export function DocumentRow({ document, notes, part }: Props) {
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
    <tr className={part ? 'library-part' : ''} onClick={(event) => open(event, document.id)}>
      <th scope="row">
        <button
          type="button"
          className="library-title"
          lang={titleLanguage(document)}
          onClick={(event) => {
            event.stopPropagation();
            open(event, document.id);
          }}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || !event.altKey) return;
            event.preventDefault();
            openBeside(document.id);
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

/** With Alt a document opens beside the one that was read last. */
function open({ altKey }: React.MouseEvent, documentId: DocumentId): void {
  if (altKey) openBeside(documentId);
  else openDocument(documentId);
}
