export { foldVersion } from './fold-table.ts';
export { fold, foldText } from './fold-text.ts';
