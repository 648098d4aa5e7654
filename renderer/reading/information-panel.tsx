import { ArrowUpRight } from 'lucide-react';
import { Fragment, memo, useEffect } from 'react';
import type { DocumentDetails, DocumentSummary } from '../../preload/contract/index.ts';
import { useDetails, ValidityDayField, ValidityPill } from '../library/index.ts';
import { useNavigation } from '../platform/navigation.ts';
import { languageTag, titleLanguage, useScriptView } from '../script/index.ts';
import { useText } from '../settings/index.ts';
import { Skeleton } from '../ui/skeleton.tsx';
import { BacklinkLists, CitationLists } from './citation-lists.tsx';
import { EvidenceField } from './evidence-field.tsx';
import { knownOf } from './information.ts';

/** What is known of a document and how it came to be known; whether it is in force; whom it cites and who cites it. */
export const InformationPanel = memo(function InformationPanel({
  document,
}: {
  readonly document: DocumentSummary;
}) {
  const t = useText();
  const details = useDetails((state) => state.details.get(document.id));
  const failure = useDetails((state) => state.failures.get(document.id));
  const load = useDetails((state) => state.load);
  useEffect(() => void load(document.id), [document.id, load]);
  return (
    <div className="information">
      <section aria-labelledby="information-validity">
        <h2 id="information-validity">{t('field.validity')}</h2>
        <p className="information-validity" role="status">
          <ValidityPill document={document} />
        </p>
        <ValidityDayField />
      </section>
      <MetadataFields document={document} details={details} />
      {details !== undefined ? (
        <>
          <BacklinkLists backlinks={details.backlinks} />
          <CitationLists document={document} citations={details.citations} />
        </>
      ) : failure === undefined ? (
        <Skeleton label={t('information.reading')} />
      ) : (
        <div role="alert" className="information-failure">
          <p>{t('information.failed', { why: t(`error.${failure}`) })}</p>
          <button type="button" className="button button-line" onClick={() => void load(document.id)}>
            {t('problem.tryAgain')}
          </button>
        </div>
      )}
    </div>
  );
});

type FieldsProps = { readonly document: DocumentSummary; readonly details: DocumentDetails | undefined };

function MetadataFields({ document, details }: FieldsProps) {
  const t = useText();
  const evidence = details?.evidence ?? [];
  const lang = languageTag(document, 'original');
  const fields = [
    ['title', t('field.title'), document.title, titleLanguage(document)],
    ['document_number', t('field.documentNumber'), document.documentNumber, lang],
    ['issuer', t('field.issuer'), document.issuer, lang],
    ['kind', t('field.kind'), document.kind, lang],
    ['level', t('field.level'), document.level === null ? null : t(`level.${document.level}`), undefined],
    ['issued_on', t('field.issuedOn'), document.issuedOn, undefined],
    ['effective_on', t('field.effectiveOn'), document.effectiveOn, undefined],
    ['expires_on', t('field.expiresOn'), document.expiresOn, undefined],
    ['addressees', t('field.addressees'), document.addressees, lang],
  ] as const;
  // What only some documents have: what was extended, what is repealed, the year or the plan that is spoken of.
  const furtherField = (field: string, label: string): React.ReactNode =>
    evidence
      .filter((each) => each.field === field)
      .map((each) => (
        <EvidenceField
          key={`${each.value} ${each.quote}`}
          document={document}
          label={label}
          lang={lang}
          known={{ value: each.value, basis: each.basis, evidence: each }}
        />
      ));
  const measures = [
    [t('field.script'), t(`scriptName.${document.script}`)],
    [t('field.completeness'), t(`completeness.${document.completeness}`)],
    [t('field.length'), t('count.characters', { count: document.characterCount })],
  ] as const;
  return (
    <dl className="information-fields">
      {fields.map(([field, label, value, valueLang]) => (
        <Fragment key={field}>
          <EvidenceField
            document={document}
            label={label}
            lang={valueLang}
            known={knownOf(field, value, document, evidence)}
          />
          {field === 'expires_on' && furtherField('expires_on_before', t('field.expiresOnBefore'))}
        </Fragment>
      ))}
      {furtherField('repeals', t('field.repeals'))}
      {furtherField('year', t('field.year'))}
      {furtherField('plan_end', t('field.planEnd'))}
      {measures.map(([label, value]) => (
        <div key={label} className="information-field">
          <dt>{label}</dt>
          <dd className="information-value">
            {value}
            {label === t('field.script') && <ConversionLink document={document} />}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** To the audit of the document's conversion, where there is one. */
function ConversionLink({ document }: { readonly document: DocumentSummary }) {
  const t = useText();
  const [view] = useScriptView(document);
  if (view === 'original') return null;
  return (
    <button
      type="button"
      className="table-link"
      onClick={() => useNavigation.getState().go({ view: 'conversion', documentId: document.id })}
    >
      <ArrowUpRight size={12} strokeWidth={1.75} aria-hidden="true" />
      {t('conversion.open')}
    </button>
  );
}
