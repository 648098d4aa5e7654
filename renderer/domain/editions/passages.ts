import type { Anchor, DocumentContent, Edition, EditionBlock } from '../../../preload/contract/index.ts';
import { createAnchor } from '../anchors/index.ts';
import { placesLike, type SearchedText, searchedText } from '../reanchor/index.ts';
import type { Quoted } from './compare.ts';
import { type Joined, joinBlocks, offsetOf, placeAt } from './joined.ts';

/** The blocks an anchor stands in as one text, with its quote in it; null when the anchor is not of these blocks. */
export const quotedIn = (blocks: readonly EditionBlock[], { start, end }: Anchor): Quoted | null => {
  const first = blocks.findIndex(({ id }) => id === start.blockId);
  const last = blocks.findIndex(({ id }) => id === end.blockId);
  if (first === -1 || last < first) return null;
  const part = joinBlocks(blocks.slice(first, last + 1));
  const [from, until] = [offsetOf(part, start), offsetOf(part, end)];
  return from === null || until === null ? null : { text: part.text, start: from, end: until };
};

/** A passage as its former edition has it or, where that was not kept, as quote and context remember it. */
export const formerPassage = (edition: Edition | null, anchor: Anchor): Quoted => {
  const kept = edition === null ? null : quotedIn(edition.blocks, anchor);
  const { prefix, exact, suffix } = anchor;
  return (
    kept ?? { text: `${prefix}${exact}${suffix}`, start: prefix.length, end: prefix.length + exact.length }
  );
};

/** Places offered for a note that could not be carried over. */
const mostCandidates = 3;

type Searched = { readonly joined: Joined; readonly searched: SearchedText };
// Content is immutable data, so its identity is a sound key.
const known = new WeakMap<DocumentContent, Searched>();

/** Places of a document that a note may belong to, the most alike first, each as the anchor it would get. */
export const candidatesFor = (content: DocumentContent, { exact }: Anchor): readonly Anchor[] => {
  const { joined, searched } = known.get(content) ?? search(content);
  return placesLike(searched, exact, mostCandidates).flatMap(({ start, end }) => {
    const [from, until] = [placeAt(joined, start), placeAt(joined, end)];
    return from === null || until === null ? [] : (createAnchor(content, from, until) ?? []);
  });
};

const search = (content: DocumentContent): Searched => {
  const joined = joinBlocks(content.blocks);
  const made = { joined, searched: searchedText(joined.text) };
  known.set(content, made);
  return made;
};

/** The words of a quote to look for in another edition: its longest clause that is there, else its first. */
export const wordsToFind = (content: DocumentContent, { exact }: Anchor): string => {
  const clauses = exact.split(/[\s，。；：、！？,;:!?“”"《》（）()]+/u).filter((clause) => clause.length > 1);
  const there = clauses.filter((clause) => content.blocks.some(({ text }) => text.includes(clause)));
  const [best = clauses[0] ?? exact] = there.sort((a, b) => b.length - a.length);
  return [...best].slice(0, 60).join('');
};
