import type { DocumentSummary } from '../../preload/contract/index.ts';
import { ValidityPill } from '../library/index.ts';
import { languageTag, titleLanguage } from '../script/index.ts';
import { useText } from '../settings/index.ts';

/** What is known of a document; what the source does not say is said to be so, what was concluded is marked. */
export function InformationPanel({ document }: { readonly document: DocumentSummary }) {
  const t = useText();
  const lang = languageTag(document, 'original');
  const facts: readonly (readonly [string, string, string | null, string?])[] = [
    ['title', t('field.title'), document.title, titleLanguage(document)],
    ['document_number', t('field.documentNumber'), document.documentNumber, lang],
    ['issuer', t('field.issuer'), document.issuer, lang],
    ['kind', t('field.kind'), document.kind, lang],
    ['level', t('field.level'), document.level === null ? null : t(`level.${document.level}`)],
    ['issued_on', t('field.issuedOn'), document.issuedOn],
    ['effective_on', t('field.effectiveOn'), document.effectiveOn],
    ['expires_on', t('field.expiresOn'), document.expiresOn],
    ['addressees', t('field.addressees'), document.addressees, lang],
    ['script', t('field.script'), t(`scriptName.${document.script}`)],
    ['completeness', t('field.completeness'), t(`completeness.${document.completeness}`)],
    ['characters', t('field.length'), t('count.characters', { count: document.characterCount })],
  ];
  return (
    <dl className="facts">
      <div>
        <dt>{t('field.validity')}</dt>
        <dd>
          <ValidityPill document={document} />
        </dd>
      </div>
      {facts.map(([column, label, value, valueLang]) => (
        <div key={column}>
          <dt>{label}</dt>
          <dd>
            {value === null ? (
              <span className="unstated">{t('field.unstated')}</span>
            ) : (
              <span lang={valueLang}>{value}</span>
            )}{' '}
            {document.inferredFields.includes(column) && (
              <span className="inferred">{t('field.inferred')}</span>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}
