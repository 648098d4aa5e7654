import type { Part } from './compilation.ts';
import { IngestError } from './errors.ts';
import { isNational, kindOf } from './kinds.ts';
import type { ManifestDocument } from './manifest.ts';
import {
  findPrinted,
  firstOf,
  inferred,
  isoDate,
  missing,
  readValidity,
  stated,
  type Validity,
} from './metadata.ts';
import type { Block, DocumentHead, Evidence, Range } from './model.ts';

export interface HeadReading {
  readonly head: DocumentHead;
  readonly evidence: readonly Evidence[];
}

/** `checked`: a null that the text contradicts is an error (seeds). `found`: it is filled from the text. */
export type MetadataMode = 'checked' | 'found';

type Field =
  | 'title'
  | 'documentNumber'
  | 'issuer'
  | 'kind'
  | 'level'
  | 'issuedOn'
  | 'effectiveOn'
  | 'expiresOn'
  | 'addressees';

const COLUMNS: Readonly<Record<Field, string>> = {
  title: 'title',
  documentNumber: 'document_number',
  issuer: 'issuer',
  kind: 'kind',
  level: 'level',
  issuedOn: 'issued_on',
  effectiveOn: 'effective_on',
  expiresOn: 'expires_on',
  addressees: 'addressees',
};

const NOT_SAID = '原文没有写明';

/**
 * The head of a document that a manifest entry describes. What the entry states must be printed in the file
 * (the evidence tells where); what it infers carries its reason; the rest is missing.
 * @throws IngestError `manifest` when a stated value is not in the text
 */
export function headOf(
  entry: ManifestDocument,
  blocks: readonly Block[],
  source: Range,
  mode: MetadataMode,
): HeadReading {
  const evidence: Evidence[] = [];
  const validity = readValidity(blocks);
  const found: Readonly<Partial<Record<Field, string | null>>> = {
    effectiveOn: validity.effective?.value ?? null,
    expiresOn: validity.expiry?.value ?? null,
    issuedOn: isoDate(firstOf(blocks, 'date')?.value ?? ''),
    documentNumber: firstOf(blocks, 'number')?.value ?? null,
  };
  const values: Partial<Record<Field, string>> = {};
  for (const field of Object.keys(COLUMNS) as Field[]) {
    const read = found[field];
    const value = entry[field] ?? (mode === 'found' ? (read ?? null) : null);
    const column = COLUMNS[field];
    const why = entry.inferred[field];
    if (value !== null) values[field] = value;
    if (value === null) {
      if (read != null) contradicts(entry, field, `null, but the text says ${read}`);
      evidence.push(missing(column, entry.missing[field] ?? NOT_SAID));
    } else if (why !== undefined) evidence.push(inferred(column, value, why, findPrinted(blocks, value)));
    else evidence.push(statedEvidence(entry, field, value, blocks, read, validity));
  }
  if (validity.former !== null) evidence.push(stated('expires_on_before', validity.former));
  if (validity.repeals !== null) evidence.push(stated('repeals', validity.repeals));
  for (const extra of ['year', 'planEnd'] as const) {
    const value = entry[extra];
    const why = entry.inferred[extra] ?? '';
    if (value !== undefined) evidence.push(inferred(extra === 'year' ? 'year' : 'plan_end', value, why));
  }
  const head: DocumentHead = {
    ...pick(entry, values),
    id: entry.id,
    parentId: null,
    sourceFile: entry.sourceFile,
    source,
    inferredFields: inferredColumns(evidence),
  };
  return { head, evidence };
}

type OwnFields = Omit<DocumentHead, 'id' | 'parentId' | 'sourceFile' | 'source' | 'inferredFields'>;

function pick(entry: ManifestDocument, values: Partial<Record<Field, string>>): OwnFields {
  const { title, titleBasis, issuer, kind, level, addressees, script, completeness } = entry;
  return {
    title,
    titleBasis,
    documentNumber: values.documentNumber ?? null,
    issuer,
    kind,
    level,
    issuedOn: values.issuedOn ?? null,
    effectiveOn: values.effectiveOn ?? null,
    expiresOn: values.expiresOn ?? null,
    addressees,
    script,
    completeness,
  };
}

function contradicts(entry: ManifestDocument, field: string, detail: string): never {
  throw new IngestError('manifest', entry.sourceFile, null, `${field} of ${entry.id} is ${detail}`);
}

function statedEvidence(
  entry: ManifestDocument,
  field: Field,
  value: string,
  blocks: readonly Block[],
  read: string | null | undefined,
  validity: Validity,
): Evidence {
  const column = COLUMNS[field];
  if (read !== undefined && read !== value)
    contradicts(entry, field, `${value}, but the text says ${read ?? 'nothing'}`);
  const clause =
    field === 'effectiveOn' ? validity.effective : field === 'expiresOn' ? validity.expiry : null;
  if (clause !== null) return stated(column, clause);
  const date = field === 'issuedOn' ? firstOf(blocks, 'date') : null;
  if (date !== null) return stated(column, { value, source: date.source });
  const printed = findPrinted(blocks, value);
  if (printed === null) contradicts(entry, field, `${value}, which is not printed in the text`);
  return stated(column, { value, source: printed });
}

function inferredColumns(evidence: readonly Evidence[]): readonly string[] {
  const columns = new Set<string>(Object.values(COLUMNS));
  return evidence.filter((e) => e.basis === 'inferred' && columns.has(e.field)).map((e) => e.field);
}

/** The head of a document inside a compilation: title and issuers from its contents entry and printed title. */
export function partHeadOf(
  entry: ManifestDocument,
  part: Part,
  id: string,
  blocks: readonly Block[],
): HeadReading {
  const validity = readValidity(blocks);
  const kind = kindOf(part.title);
  const national = isNational(part.issuers);
  const contents: Range = { start: part.entry.start, end: part.entry.titleEnd };
  const first = part.printedTitle[0];
  const last = part.printedTitle[part.printedTitle.length - 1];
  const titleRange =
    first === undefined || last === undefined ? contents : { start: first.start, end: last.end };
  const issuer = part.issuers.length === 0 ? null : part.issuers.join('、');
  const level = national ? 'national' : (entry.compilation?.partLevel ?? null);
  const evidence: Evidence[] = [
    stated('title', { value: part.title, source: titleRange }),
    missing('document_number', '汇编没有收录'),
    issuer === null ? missing('issuer', NOT_SAID) : stated('issuer', { value: issuer, source: contents }),
    kind === null ? missing('kind', NOT_SAID) : stated('kind', { value: kind, source: titleRange }),
    level === null ? missing('level', NOT_SAID) : inferred('level', level, '由发文机关的层级得出', contents),
    missing('issued_on', '汇编没有收录'),
    validity.effective === null
      ? missing('effective_on', NOT_SAID)
      : stated('effective_on', validity.effective),
    validity.expiry === null ? missing('expires_on', NOT_SAID) : stated('expires_on', validity.expiry),
    missing('addressees', '汇编没有收录'),
  ];
  if (validity.former !== null) evidence.push(stated('expires_on_before', validity.former));
  if (validity.repeals !== null) evidence.push(stated('repeals', validity.repeals));
  const head: DocumentHead = {
    id,
    parentId: entry.id,
    sourceFile: entry.sourceFile,
    source: part.source,
    title: part.title,
    titleBasis: 'stated',
    documentNumber: null,
    issuer,
    kind,
    level,
    issuedOn: null,
    effectiveOn: validity.effective?.value ?? null,
    expiresOn: validity.expiry?.value ?? null,
    addressees: null,
    script: entry.script,
    completeness: 'complete',
    inferredFields: inferredColumns(evidence),
  };
  return { head, evidence };
}
