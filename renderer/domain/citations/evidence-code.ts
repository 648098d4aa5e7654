import type {
  Block,
  BlockId,
  DocumentContent,
  DocumentId,
  DocumentSummary,
  Place,
} from '../../../preload/contract/index.ts';

/** A place of an edition: blocks by their position in the document, offsets in UTF-16 units of the stored text. */
type EvidencePlace = {
  /** The first 10 hexadecimal digits of the edition hash. */
  readonly edition: string;
  readonly first: { readonly position: number; readonly offset: number };
  readonly last: { readonly position: number; readonly offset: number };
};

/** What the words of a code lead to, or why they lead nowhere. */
export type Evidence =
  | {
      readonly outcome: 'found';
      readonly documentId: DocumentId;
      readonly editionHash: string;
      readonly start: Place;
      readonly end: Place;
    }
  /** The code is whole, but no document of the library is of its edition: removed, or replaced by a newer one. */
  | { readonly outcome: 'unknown-edition'; readonly edition: string }
  /** A character is wrong or missing. */
  | { readonly outcome: 'damaged-code' };

/** Where evidence is looked for. */
export type EvidenceLibrary = {
  readonly documents: readonly Pick<DocumentSummary, 'id' | 'editionHash'>[];
  readonly readDocument: (
    id: DocumentId,
  ) => Promise<{ readonly blocks: readonly Pick<Block, 'id' | 'text'>[] }>;
};

/** Crockford's base 32: no I, L, O, U, so that a code can be read out and typed. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const prefix = 'CY';
const editionDigits = 10;
const editionSymbols = 8;
const checkSymbols = 3;
/** A prime below 32^3. */
const modulus = 32_749;
const weight = 37;

/**
 * The code of a place, `CY-7K3M9Q2A-4F21B7-X8F`: 40 bits of the edition hash, then position of the first block, offset,
 * blocks further to the last one, offset there (in the same block: the length), each in groups of four bits, last the
 * check. Null when the document does not have the blocks. The same place of the same edition always has the same code.
 */
export function evidenceCode(content: DocumentContent, start: Place, end: Place): string | null {
  const positions = positionsOf(content);
  const from = positions.get(start.blockId);
  const to = positions.get(end.blockId);
  if (from === undefined || to === undefined || to < from) return null;
  const numbers = [from, start.offset, to - from, to === from ? end.offset - start.offset : end.offset];
  if (numbers.some((number) => !Number.isSafeInteger(number) || number < 0)) return null;
  const edition = symbolsOfHex(content.document.editionHash.slice(0, editionDigits));
  const body = numbers.flatMap(symbolsOfNumber);
  const text = (symbols: readonly number[]): string => symbols.map((symbol) => alphabet[symbol]).join('');
  return [prefix, text(edition), text(body), text(checkOf([...edition, ...body]))].join('-');
}

/** Whether a text is meant as a code, a damaged one too: a search looks for all other texts. */
export const looksLikeEvidence = (text: string): boolean => /^\s*CY\s*-\s*\S/i.test(text.normalize('NFKC'));

/**
 * The place that a code names. Capitals, width, blanks and hyphens do not matter, O is read as 0 and I and L as 1.
 * Rejects only with what the library's own reading rejects with.
 */
export async function resolveEvidence(code: string, library: EvidenceLibrary): Promise<Evidence> {
  const place = decoded(code);
  if (place === null) return { outcome: 'damaged-code' };
  const { edition, first, last } = place;
  const of = library.documents.filter(({ editionHash }) => editionHash.startsWith(edition));
  const [document] = of;
  // Two editions under one prefix: which was meant cannot be known.
  if (document === undefined || of.length > 1) return { outcome: 'unknown-edition', edition };
  const { blocks } = await library.readDocument(document.id);
  const placeAt = ({ position, offset }: EvidencePlace['first']): Place | null => {
    const block = blocks[position];
    return block === undefined || offset > block.text.length ? null : { blockId: block.id, offset };
  };
  const start = placeAt(first);
  const end = placeAt(last);
  if (start === null || end === null) return { outcome: 'damaged-code' };
  return { outcome: 'found', documentId: document.id, editionHash: document.editionHash, start, end };
}

function decoded(code: string): EvidencePlace | null {
  const plain = code
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s-]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1');
  if (!plain.startsWith(prefix)) return null;
  const symbols = [...plain.slice(prefix.length)].map((character) => alphabet.indexOf(character));
  if (symbols.includes(-1) || symbols.length < editionSymbols + checkSymbols) return null;
  const payload = symbols.slice(0, -checkSymbols);
  const check = checkOf(payload);
  if (symbols.slice(-checkSymbols).some((symbol, index) => symbol !== check[index])) return null;
  const numbers = numbersOf(payload.slice(editionSymbols));
  const [from, offset, further, rest] = numbers ?? [];
  if (numbers?.length !== 4 || from === undefined || offset === undefined) return null;
  if (further === undefined || rest === undefined) return null;
  return {
    edition: hexOf(payload.slice(0, editionSymbols)),
    first: { position: from, offset },
    last: { position: from + further, offset: further === 0 ? offset + rest : rest },
  };
}

const known = new WeakMap<DocumentContent, ReadonlyMap<BlockId, number>>();

function positionsOf(content: DocumentContent): ReadonlyMap<BlockId, number> {
  const existing = known.get(content);
  if (existing !== undefined) return existing;
  const made = new Map(content.blocks.map(({ id }, position) => [id, position]));
  known.set(content, made);
  return made;
}

/** A weighted sum: every single wrong character and every exchange of two neighbours changes it. */
function checkOf(symbols: readonly number[]): readonly number[] {
  const sum = symbols.reduce((rest, symbol) => (rest * weight + symbol + 1) % modulus, symbols.length);
  return [sum >> 10, (sum >> 5) & 31, sum & 31];
}

/** Four bits a symbol, the lowest first; the fifth says that more follow. */
function symbolsOfNumber(number: number): readonly number[] {
  const symbols: number[] = [];
  let rest = number;
  do {
    const low = rest % 16;
    rest = Math.floor(rest / 16);
    symbols.push(rest === 0 ? low : low + 16);
  } while (rest > 0);
  return symbols;
}

/** The numbers that symbols spell; null where the last is cut off or too large. */
function numbersOf(symbols: readonly number[]): readonly number[] | null {
  const numbers: number[] = [];
  let number = 0;
  let factor = 1;
  for (const symbol of symbols) {
    number += (symbol % 16) * factor;
    factor *= 16;
    if (!Number.isSafeInteger(number)) return null;
    if (symbol >= 16) continue;
    numbers.push(number);
    number = 0;
    factor = 1;
  }
  return factor === 1 ? numbers : null;
}

function symbolsOfHex(hex: string): readonly number[] {
  const bits = [...hex].map((digit) => Number.parseInt(digit, 16).toString(2).padStart(4, '0')).join('');
  return (bits.match(/.{5}/g) ?? []).map((five) => Number.parseInt(five, 2));
}

function hexOf(symbols: readonly number[]): string {
  const bits = symbols.map((symbol) => symbol.toString(2).padStart(5, '0')).join('');
  return (bits.match(/.{4}/g) ?? []).map((four) => Number.parseInt(four, 2).toString(16)).join('');
}
