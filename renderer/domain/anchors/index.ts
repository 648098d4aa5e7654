export {
  type BlockRange,
  createAnchor,
  createAnchors,
  documentAnchor,
  rangesIn,
  resolveAnchor,
  textUnder,
} from './anchor.ts';
export { documentIndex } from './document-index.ts';
export { headingPath, paragraphMark } from './headings.ts';
export { layersOf, type Mark } from './layers.ts';
export { openingWords } from './opening-words.ts';
export { anchorOfPlace, placeAgain } from './place-again.ts';
export { shownPieces } from './shown-pieces.ts';
