import type { Anchor, DocumentContent, Place } from '../../../preload/contract/index.ts';
import { createAnchor } from './anchor.ts';
import { documentIndex } from './document-index.ts';
import { headingLine, headingPath } from './headings.ts';

/** Characters (UTF-16 units) of the text that are remembered with a place. */
const remembered = 60;

/**
 * The words at a place, from it to the end of its block at most, as an anchor by which the place is found again; all
 * of a block of which little is left. Null where there is no text.
 */
export const anchorOfPlace = (content: DocumentContent, { blockId, offset }: Place): Anchor | null => {
  const end: Place = { blockId, offset: offset + remembered };
  return (
    createAnchor(content, { blockId, offset }, end) ?? createAnchor(content, { blockId, offset: 0 }, end)
  );
};

/** Where one would go on reading in another edition: at the very words, or at the heading that they stood under. */
type PlaceAgain = { readonly place: Place; readonly by: 'words' | 'heading' };

/**
 * Finds a place of another edition again. Its words count when they stand in one place only, or in one only among
 * the same neighbours; else the innermost heading above it that this edition has once under the same headings. Null
 * when neither is there: a place is never guessed.
 */
export const placeAgain = (content: DocumentContent, anchor: Anchor): PlaceAgain | null => {
  const place = placeOfWords(content, anchor);
  if (place !== null) return { place, by: 'words' };
  const { blocks } = documentIndex(content);
  for (let depth = anchor.headingPath.length; depth > 0; depth -= 1) {
    const wanted = anchor.headingPath.slice(0, depth).join('\n');
    const [only, ...others] = blocks.filter(
      (block) =>
        block.kind === 'heading' &&
        [...headingPath(content, block.id), headingLine(block)].join('\n') === wanted,
    );
    if (only !== undefined && others.length === 0)
      return { place: { blockId: only.id, offset: 0 }, by: 'heading' };
  }
  return null;
};

const placeOfWords = ({ blocks }: DocumentContent, { exact, prefix, suffix }: Anchor): Place | null => {
  const places = blocks.flatMap(({ id, text }) => {
    const found: Place[] = [];
    for (let at = text.indexOf(exact); at >= 0 && exact !== ''; at = text.indexOf(exact, at + 1))
      found.push({ blockId: id, offset: at });
    return found;
  });
  if (places.length < 2) return places[0] ?? null;
  const whole = blocks.map(({ text }) => text).join('\n');
  const starts = new Map<string, number>();
  let start = 0;
  for (const { id, text } of blocks) {
    starts.set(id, start);
    start += text.length + 1;
  }
  const [only, ...others] = places.filter(({ blockId, offset }) => {
    const at = (starts.get(blockId) ?? 0) + offset;
    return whole.slice(0, at).endsWith(prefix) && whole.startsWith(suffix, at + exact.length);
  });
  return only !== undefined && others.length === 0 ? only : null;
};
