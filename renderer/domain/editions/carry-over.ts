import type {
  Anchor,
  Annotation,
  Block,
  Bookmark,
  Carried,
  DocumentContent,
  Edition,
} from '../../../preload/contract/index.ts';
import { createAnchor, documentAnchor, openingWords } from '../anchors/index.ts';
import { fold } from '../fold/index.ts';
import { alignEditions, type QuoteAnchor, type Reanchored, reanchor } from '../reanchor/index.ts';
import { type Joined, joinBlocks, offsetOf, placeAt } from './joined.ts';

type Alignment = ReturnType<typeof alignEditions>;

/** The way from one former edition to the one that is there now; made once for all that hangs on it. */
export type Passage = {
  /** Null when the former edition was not kept: then quotes and their context alone decide. */
  readonly old: Joined | null;
  readonly fresh: Joined;
  readonly alignment: Alignment;
  readonly content: DocumentContent;
};

/** Aligns a former edition with the present one; about linear in their lengths. */
export const passageTo = (content: DocumentContent, former: Edition | null): Passage => {
  const old = former === null ? null : joinBlocks(former.blocks);
  const fresh = joinBlocks(content.blocks);
  return { old, fresh, alignment: alignEditions(old?.text ?? '', fresh.text), content };
};

/**
 * The anchor that an annotation is carried over from: of one that the user has not looked at yet the one it had
 * before, so that what was carried wrongly is not carried further.
 */
export const sourceOf = ({ anchor, carried }: Annotation): Anchor => carried?.from ?? anchor;

/** Whether an annotation still has to be carried over to an edition; an orphan of that edition has been. */
export const isBehind = ({ anchor, carried }: Annotation, editionHash: string): boolean =>
  carried === null ? anchor.editionHash !== editionHash : carried.to !== editionHash;

/**
 * An annotation carried over from the edition of its source anchor. Kept word for word at its place it has nothing to
 * look at; moved or changed it hangs at its new place and says where it was; an orphan keeps its anchor. Only anchor
 * and `carried` change, and nothing is ever left out.
 */
export const carryAnnotation = (passage: Passage, annotation: Annotation): Annotation => {
  const { content } = passage;
  const source = sourceOf(annotation);
  const to = content.document.editionHash;
  // The edition it came from is back.
  if (source.editionHash === to) return { ...annotation, anchor: source, carried: null };
  if (annotation.scope === 'document') {
    const anchor = documentAnchor(content) ?? { ...source, editionHash: to };
    return { ...annotation, anchor, carried: null };
  }
  const found = reanchor(passage.alignment, quoteOf(passage.old, source));
  const placed = found.state === 'orphan' ? null : anchorAt(passage, annotation, found);
  // Without the former text the one place that has the words now may have been another one all along.
  const doubtful = passage.old === null && placed !== null && !isSurroundedAlike(source, placed.anchor);
  if (found.state === 'orphan' || placed === null || doubtful) {
    return {
      ...annotation,
      anchor: source,
      carried: { state: 'orphan', from: source, to, score: found.score },
    };
  }
  const { state, score } = placed.widened ? lessSure(found) : found;
  const carried: Carried | null = state === 'exact' ? null : { state, from: source, to, score };
  return { ...annotation, anchor: placed.anchor, carried };
};

const quoteOf = (old: Joined | null, { start, end, exact, prefix, suffix }: Anchor): QuoteAnchor => ({
  // Without the edition its offsets mean nothing: outside of the text they are not used.
  start: (old === null ? null : offsetOf(old, start)) ?? -1,
  end: (old === null ? null : offsetOf(old, end)) ?? -1,
  exact,
  prefix,
  suffix,
});

type Found = Exclude<Reanchored, { readonly state: 'orphan' }>;

const anchorAt = (
  { fresh, content }: Passage,
  { scope }: Annotation,
  { start, end }: Found,
): { readonly anchor: Anchor; readonly widened: boolean } | null => {
  const first = placeAt(fresh, start);
  const last = placeAt(fresh, end);
  const words = first === null || last === null ? null : createAnchor(content, first, last);
  if (scope !== 'paragraph' || words === null) return words && { anchor: words, widened: false };
  // A note on paragraphs stays one on whole paragraphs.
  const closing = content.blocks.find(({ id }) => id === words.end.blockId);
  const whole = createAnchor(
    content,
    { blockId: words.start.blockId, offset: 0 },
    { blockId: words.end.blockId, offset: closing?.text.length ?? words.end.offset },
  );
  return whole && { anchor: whole, widened: whole.exact !== words.exact };
};

/** Characters on each side of a quote that must be the same where its words alone speak for a place. */
const leastBeside = 3;

const isSurroundedAlike = (one: Anchor, other: Anchor): boolean => {
  const context = ({ prefix, suffix }: Anchor) =>
    [fold(prefix), fold(suffix)].map((text) => [...text].filter((character) => character !== ' '));
  const [before = [], after = []] = context(one);
  const [otherBefore = [], otherAfter = []] = context(other);
  const isAlike = (side: readonly string[], otherSide: readonly string[]): boolean =>
    sharedStart(side, otherSide) >= Math.min(leastBeside, side.length);
  return isAlike(before.reverse(), otherBefore.reverse()) && isAlike(after, otherAfter);
};

const sharedStart = (one: readonly string[], other: readonly string[]): number => {
  let length = 0;
  while (length < one.length && one[length] === other[length]) length += 1;
  return length;
};

/** Paragraphs that now hold other words too are no longer the same, though all their words are there. */
const lessSure = ({ score }: Found) => ({ state: 'changed' as const, score: Math.min(score, 0.999) });

/**
 * A bookmark carried over by the words of its paragraph; the very same object when that paragraph is gone or may be
 * any of several. Without the former edition only a paragraph that alone begins with its label is taken.
 */
export const carryBookmark = (passage: Passage, bookmark: Bookmark): Bookmark => {
  const block =
    passage.old === null ? onlyWithLabel(passage, bookmark) : blockOf(passage, passage.old, bookmark);
  if (block === null) return bookmark;
  const { editionHash } = passage.content.document;
  return { ...bookmark, blockId: block.id, editionHash, label: openingWords(block) };
};

const blockOf = (passage: Passage, old: Joined, { blockId }: Bookmark): Block | null => {
  const start = offsetOf(old, { blockId, offset: 0 });
  const text = old.blocks.find(({ id }) => id === blockId)?.text ?? '';
  if (start === null) return null;
  const quote = { start, end: start + text.length, exact: text, prefix: '', suffix: '' };
  const found = reanchor(passage.alignment, quote);
  const anchor = found.state === 'orphan' ? null : placeAt(passage.fresh, found.start);
  return passage.content.blocks.find(({ id }) => id === anchor?.blockId) ?? null;
};

const onlyWithLabel = ({ content }: Passage, { label }: Bookmark): Block | null => {
  const [block, another] = content.blocks.filter((candidate) => openingWords(candidate) === label);
  return block === undefined || another !== undefined ? null : block;
};
