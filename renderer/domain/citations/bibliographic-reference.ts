import type { DocumentSummary } from '../../../preload/contract/index.ts';

/** Where a document was read on the network; only then has a reference a day of access. */
type OnlineSource = { readonly address: string /** ISO date. */; readonly accessedOn: string };

type Referenced = Pick<
  DocumentSummary,
  'title' | 'titleBasis' | 'documentNumber' | 'issuer' | 'issuedOn' | 'inferredFields'
>;

/**
 * A document as an entry of a list of references, GB/T 7714-2025 (in force since 2026-07-01, in place of the edition
 * of 2015): `issuer. title: 文号[A]. date.`, and read on the network `…[A/OL]. (date)[accessed]. address.`
 *
 * - Responsibility, title, other title information after a colon, type mark in brackets, in this order; marks of the
 *   standard are half-width with a space after `.` and `:`. Government notices are archives, [A], with the 文号 as other
 *   title information: so the standard's own example of 2015 has it (a notice of the State Council, [A/OL]).
 * - The day of access is given for network sources only: the edition of 2025 drops it for all others
 *   (Wuhan University, which led its drafting: news.whu.edu.cn/info/1015/489767.htm).
 * - The date of a network source stands in parentheses, as a day of publication or change; any other has none.
 * - What the source does not print is left out, a concluded issuer, 文号 or date too. A title that the library gave
 *   stands in brackets, as the standard has it for what the cataloguer supplies.
 */
export function formatReference(document: Referenced, online: OnlineSource | null = null): string {
  const { title, titleBasis, inferredFields } = document;
  const printed = (field: string, value: string | null): string | null =>
    inferredFields.includes(field) ? null : value;
  const issuer = printed('issuer', document.issuer);
  const number = printed('document_number', document.documentNumber);
  const date = printed('issued_on', document.issuedOn);
  const named = titleBasis === 'inferred' ? `[${title}]` : title;
  const type = online === null ? '[A]' : '[A/OL]';
  const when = online === null ? (date ?? '') : `${date === null ? '' : `(${date})`}[${online.accessedOn}]`;
  return [issuer, `${named}${number === null ? '' : `: ${number}`}${type}`, when, online?.address]
    .filter((part) => part !== null && part !== undefined && part !== '')
    .map((part) => `${part}.`)
    .join(' ');
}
