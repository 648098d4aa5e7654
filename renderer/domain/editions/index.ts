export {
  carryAnnotation,
  carryBookmark,
  isBehind,
  type Passage,
  passageTo,
  sourceOf,
  wholeDocument,
} from './carry-over.ts';
export { joinBlocks } from './joined.ts';
