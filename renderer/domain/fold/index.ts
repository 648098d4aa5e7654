export { fold, foldText } from './fold-text.ts';
