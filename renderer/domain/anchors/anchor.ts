import type { Anchor, BlockId, DocumentContent, Place } from '../../../preload/contract/index.ts';
import { characterEnd, characterStart } from '../script/index.ts';
import { type DocumentIndex, documentIndex } from './document-index.ts';
import { headingPath } from './headings.ts';

/** Characters (code points) of context kept on each side of a quote. */
const contextLength = 32;

/** What stands between the texts of two blocks in a quote and its context. */
const blockSeparator = '\n';

/** A piece of one block's stored text, in UTF-16 units, `end` exclusive. */
export type BlockRange = { readonly blockId: BlockId; readonly start: number; readonly end: number };

/** A place by the block's position in the document. */
type Spot = { readonly position: number; readonly offset: number };

/**
 * The anchor of the text between two places of a document, in either order.
 *
 * Offsets outside a block are clamped, a place inside a surrogate pair takes the whole character in,
 * and white space and empty blocks at both ends are left out. Returns null when no text is left (a
 * collapsed selection, white space only) and when a place names a block the document does not have.
 * `exact` is the stored text with a line feed between blocks; `prefix` and `suffix` hold up to 32
 * characters (code points) of what comes before and after, across blocks.
 */
export const createAnchor = (content: DocumentContent, start: Place, end: Place): Anchor | null => {
  const index = documentIndex(content);
  const one = spotOf(index, start);
  const other = spotOf(index, end);
  if (one === null || other === null) return null;
  const inOrder =
    one.position < other.position || (one.position === other.position && one.offset <= other.offset);
  const [first, last] = inOrder ? [one, other] : [other, one];
  // Equal places hold no text, though inside a surrogate pair they would widen to a character.
  if (first.position === last.position && first.offset === last.offset) return null;
  const from = skipForward(index, {
    position: first.position,
    offset: characterStart(textAt(index, first.position), first.offset),
  });
  const to = skipBackward(index, {
    position: last.position,
    offset: characterEnd(textAt(index, last.position), last.offset),
  });
  if (from === null || to === null || from.position > to.position) return null;
  if (from.position === to.position && from.offset >= to.offset) return null;
  const startPlace = placeOf(index, from);
  const endPlace = placeOf(index, to);
  if (startPlace === null || endPlace === null) return null;
  return {
    documentId: content.document.id,
    editionHash: content.document.editionHash,
    start: startPlace,
    end: endPlace,
    exact: joined(index, rangesBetween(index, from, to)),
    prefix: contextBefore(index, from),
    suffix: contextAfter(index, to),
    headingPath: headingPath(content, startPlace.blockId),
  };
};

/**
 * The pieces of the document's blocks that an anchor covers, in the order of the source; blocks of
 * which nothing is covered are left out. Empty when the document does not have the anchor's blocks.
 */
export const rangesIn = (content: DocumentContent, anchor: Pick<Anchor, 'start' | 'end'>): BlockRange[] =>
  anchoredRanges(documentIndex(content), anchor).filter((range) => range.end > range.start);

/** The stored text under an anchor, a line feed between blocks; '' when its blocks are not there. */
export const textUnder = (content: DocumentContent, anchor: Pick<Anchor, 'start' | 'end'>): string => {
  const index = documentIndex(content);
  return joined(index, anchoredRanges(index, anchor));
};

/**
 * Whether an anchor still stands on its words: `exact` when it was made on this very edition and the
 * text under it equals its quote, else `stale` (it must be anchored anew, never just painted). A note on
 * the whole document has no words to stand on, so its edition alone decides.
 */
export const resolveAnchor = (content: DocumentContent, anchor: Anchor): 'exact' | 'stale' =>
  anchor.documentId === content.document.id &&
  anchor.editionHash === content.document.editionHash &&
  textUnder(content, anchor) === anchor.exact
    ? 'exact'
    : 'stale';

/**
 * The anchor of a note on the document as such: it quotes nothing and stands at the beginning of the first block.
 * Null for a document without blocks.
 */
export const documentAnchor = (content: DocumentContent): Anchor | null => {
  const [first] = content.blocks;
  if (first === undefined) return null;
  const start: Place = { blockId: first.id, offset: 0 };
  const { id: documentId, editionHash } = content.document;
  return { documentId, editionHash, start, end: start, exact: '', prefix: '', suffix: '', headingPath: [] };
};

/**
 * The anchors of a selection from which some blocks are left out (rows of a table that a filter hides): one for
 * each stretch of blocks that follow each other. Without hidden blocks that is the one of `createAnchor`.
 */
export const createAnchors = (
  content: DocumentContent,
  start: Place,
  end: Place,
  hidden: ReadonlySet<BlockId>,
): readonly Anchor[] => {
  const whole = createAnchor(content, start, end);
  if (whole === null) return [];
  const stretches: BlockRange[][] = [];
  let broken = true;
  for (const range of anchoredRanges(documentIndex(content), whole)) {
    if (hidden.has(range.blockId)) broken = true;
    else if (broken) {
      stretches.push([range]);
      broken = false;
    } else stretches.at(-1)?.push(range);
  }
  return stretches.flatMap((ranges) => {
    const first = ranges[0];
    const last = ranges.at(-1);
    if (first === undefined || last === undefined) return [];
    return (
      createAnchor(
        content,
        { blockId: first.blockId, offset: first.start },
        { blockId: last.blockId, offset: last.end },
      ) ?? []
    );
  });
};

const textAt = (index: DocumentIndex, position: number): string => index.blocks[position]?.text ?? '';

const spotOf = (index: DocumentIndex, place: Place): Spot | null => {
  const position = index.positions.get(place.blockId);
  if (position === undefined) return null;
  const { length } = textAt(index, position);
  return { position, offset: Math.max(0, Math.min(length, Math.floor(place.offset) || 0)) };
};

const placeOf = (index: DocumentIndex, spot: Spot): Place | null => {
  const block = index.blocks[spot.position];
  return block === undefined ? null : { blockId: block.id, offset: spot.offset };
};

const isBlank = (character: string | undefined): boolean => character !== undefined && /\s/u.test(character);

/** The first place at or after `spot` that has a visible character behind it. */
const skipForward = (index: DocumentIndex, spot: Spot): Spot | null => {
  let { position, offset } = spot;
  for (; position < index.blocks.length; position += 1, offset = 0) {
    const text = textAt(index, position);
    while (offset < text.length && isBlank(text[offset])) offset += 1;
    if (offset < text.length) return { position, offset };
  }
  return null;
};

/** The last place at or before `spot` that has a visible character before it. */
const skipBackward = (index: DocumentIndex, spot: Spot): Spot | null => {
  let { position, offset } = spot;
  for (; position >= 0; position -= 1, offset = textAt(index, position).length) {
    const text = textAt(index, position);
    while (offset > 0 && isBlank(text[offset - 1])) offset -= 1;
    if (offset > 0) return { position, offset };
  }
  return null;
};

/** One range for every block from `from` to `to`, empty blocks included. */
const rangesBetween = (index: DocumentIndex, from: Spot, to: Spot): BlockRange[] =>
  index.blocks.slice(from.position, to.position + 1).map((block, step) => ({
    blockId: block.id,
    start: step === 0 ? from.offset : 0,
    end: from.position + step === to.position ? to.offset : block.text.length,
  }));

const anchoredRanges = (index: DocumentIndex, anchor: Pick<Anchor, 'start' | 'end'>): BlockRange[] => {
  const from = spotOf(index, anchor.start);
  const to = spotOf(index, anchor.end);
  return from === null || to === null ? [] : rangesBetween(index, from, to);
};

const joined = (index: DocumentIndex, ranges: readonly BlockRange[]): string =>
  ranges
    .map(({ blockId, start, end }) => {
      const position = index.positions.get(blockId);
      return position === undefined ? '' : textAt(index, position).slice(start, end);
    })
    .join(blockSeparator);

const contextBefore = (index: DocumentIndex, spot: Spot): string => {
  let text = textAt(index, spot.position).slice(0, spot.offset);
  // Two units per character is the most that can be needed.
  for (let position = spot.position - 1; position >= 0 && text.length < 2 * contextLength; position -= 1) {
    text = textAt(index, position) + blockSeparator + text;
  }
  return [...text.slice(-2 * contextLength - 1)].slice(-contextLength).join('');
};

const contextAfter = (index: DocumentIndex, spot: Spot): string => {
  let text = textAt(index, spot.position).slice(spot.offset);
  const { length } = index.blocks;
  for (
    let position = spot.position + 1;
    position < length && text.length < 2 * contextLength;
    position += 1
  ) {
    text = text + blockSeparator + textAt(index, position);
  }
  return [...text.slice(0, 2 * contextLength + 1)].slice(0, contextLength).join('');
};
