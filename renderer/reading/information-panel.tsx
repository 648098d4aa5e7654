import type { DocumentSummary } from '../../preload/contract/index.ts';
import { ValidityPill } from '../library/index.ts';
import { useText } from '../settings/index.ts';

/** What is known of a document; what the source does not say is said to be so, what was concluded is marked. */
export function InformationPanel({ document }: { readonly document: DocumentSummary }) {
  const t = useText();
  const facts: readonly (readonly [string, string, string | null])[] = [
    ['title', t('field.title'), document.title],
    ['document_number', t('field.documentNumber'), document.documentNumber],
    ['issuer', t('field.issuer'), document.issuer],
    ['kind', t('field.kind'), document.kind],
    ['level', t('field.level'), document.level === null ? null : t(`level.${document.level}`)],
    ['issued_on', t('field.issuedOn'), document.issuedOn],
    ['effective_on', t('field.effectiveOn'), document.effectiveOn],
    ['expires_on', t('field.expiresOn'), document.expiresOn],
    ['addressees', t('field.addressees'), document.addressees],
    ['script', t('field.script'), t(`scriptName.${document.script}`)],
    ['completeness', t('field.completeness'), t(`completeness.${document.completeness}`)],
    ['characters', t('field.length'), t('count.characters', { count: document.characterCount })],
  ];
  return (
    <dl className="facts">
      <dt>{t('field.validity')}</dt>
      <dd>
        <ValidityPill document={document} />
      </dd>
      {facts.map(([column, label, value]) => (
        <div key={column}>
          <dt>{label}</dt>
          <dd>
            {value ?? <span className="unstated">{t('field.unstated')}</span>}
            {document.inferredFields.includes(column) && (
              <span className="inferred">{t('field.inferred')}</span>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}
