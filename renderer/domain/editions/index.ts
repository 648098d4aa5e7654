export {
  carryAnnotation,
  carryBookmark,
  isBehind,
  type Passage,
  passageTo,
  sourceOf,
} from './carry-over.ts';
export { compareQuoted, type Piece, plainPieces } from './compare.ts';
export { joinBlocks } from './joined.ts';
export { candidatesFor, formerPassage, quotedIn, wordsToFind } from './passages.ts';
