export { type Folded, type FoldMap, fold, foldText } from './fold-text.ts';
