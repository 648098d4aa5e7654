import type { Block, BlockId, DocumentContent, Place } from '../../../preload/contract/index.ts';
import { documentIndex, headingPath } from '../anchors/index.ts';
import type { Translate } from '../strings/index.ts';

/** What a citation says; null or empty: the source does not say, and neither does the citation. */
export type CitedPlace = {
  readonly title: string;
  /** The source has no title; this one was given by the library. */
  readonly titleGiven: boolean;
  readonly documentNumber: string | null;
  /** Headings, outermost first, each with its printed number. */
  readonly headings: readonly string[];
  readonly place: ParagraphPlace | null;
  /** The words quoted, as they are shown, piece by piece where something between is left out; none when the place as such is cited. */
  readonly quotes: readonly string[];
};

/** The paragraph counted below its heading; `last` is the last one where several are cited; a table's row by its number. */
type ParagraphPlace =
  | { readonly kind: 'paragraph'; readonly first: number; readonly last: number | null }
  /** The quote runs on to below another heading. */
  | { readonly kind: 'from'; readonly first: number }
  | { readonly kind: 'row'; readonly number: string };

/**
 * What is cited by a place of a document, or by all from there to `end`. The words quoted are not looked at: the
 * caller has them in the script that is shown. Null when the document does not have the block.
 */
export function citedPlaceOf(
  content: DocumentContent,
  start: Place,
  end: Place = start,
): Omit<CitedPlace, 'quotes'> | null {
  const { document } = content;
  const { positions, blocks } = documentIndex(content);
  const block = blocks[positions.get(start.blockId) ?? -1];
  if (block === undefined) return null;
  const last = blocks[positions.get(end.blockId) ?? -1] ?? block;
  const inferred = (field: string): boolean => document.inferredFields.includes(field);
  return {
    title: document.title,
    titleGiven: document.titleBasis === 'inferred',
    // A number that was only concluded is not printed in the source: it is not cited as if it were.
    documentNumber: inferred('document_number') ? null : document.documentNumber,
    headings: headingsAt(content, block),
    place: placeOf(content, block, last),
  };
}

function headingsAt(content: DocumentContent, block: Block): readonly string[] {
  const above = headingPath(content, block.id);
  if (block.kind !== 'heading') return above;
  const number = block.number ?? '';
  const apart = /[\p{L}\p{N}]$/u.test(number) && block.text !== '';
  return [...above, `${number}${apart ? ' ' : ''}${block.text}`];
}

function placeOf(content: DocumentContent, block: Block, last: Block): ParagraphPlace | null {
  if (block.kind === 'table') {
    const number = rowNumber(content, block.id);
    return number === null ? null : { kind: 'row', number };
  }
  const first = ordinalOf(content, block.id);
  if (first === null) return null;
  if (last === block) return { kind: 'paragraph', first, last: null };
  const end = ordinalOf(content, last.id);
  return last.parentId === block.parentId && end !== null
    ? { kind: 'paragraph', first, last: end === first ? null : end }
    : { kind: 'from', first };
}

function ordinalOf(content: DocumentContent, blockId: BlockId): number | null {
  const { positions, ordinals } = documentIndex(content);
  return ordinals[positions.get(blockId) ?? -1] ?? null;
}

/** The printed number of a table's row. */
function rowNumber({ blocks, cells }: DocumentContent, blockId: BlockId): string | null {
  const cell = cells.find((each) => each.blockId === blockId && each.column === 'seq');
  const text = blocks.find(({ id }) => id === blockId)?.text.slice(cell?.start ?? 0, cell?.end ?? 0) ?? '';
  return text.trim() === '' ? null : text.trim();
}

/**
 * A citation as officials write it: 《title》（文号）headings · 第N段：“words”. What is not known is left out; a title
 * that the library gave is said to be one.
 */
export function formatCitation(cited: CitedPlace, t: Translate): string {
  const number = cited.documentNumber === null ? '' : `（${cited.documentNumber}）`;
  const given = cited.titleGiven ? `（${t('citation.titleGiven')}）` : '';
  const place = cited.place === null ? [] : [paragraphWords(cited.place, t)];
  const where = [...cited.headings, ...place].join(' · ');
  const words = cited.quotes.map(nested).join('……');
  const quote = words === '' ? '' : `：“${words}”`;
  return `《${cited.title.replace(/《/g, '〈').replace(/》/g, '〉')}》${given}${number}${where}${quote}`;
}

function paragraphWords(place: ParagraphPlace, t: Translate): string {
  switch (place.kind) {
    case 'row':
      return t('citation.row', { number: place.number });
    case 'from':
      return t('citation.from', { first: place.first });
    case 'paragraph':
      return place.last === null
        ? t('citation.paragraph', { first: place.first })
        : t('citation.paragraphs', { first: place.first, last: place.last });
  }
}

const inner: Readonly<Record<string, string>> = { '“': '‘', '”': '’', '‘': '“', '’': '”' };

/** Marks within marks of their kind are those of the other kind (GB/T 15834-2011, 4.8 and 4.15). */
function nested(quote: string): string {
  return quote.replace(/[“”‘’]/g, (mark) => inner[mark] ?? mark);
}
