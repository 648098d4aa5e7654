export { usePositions } from './positions-store.ts';
export { ReaderView } from './reader-view.tsx';
export { isTyping } from './use-marking.ts';
