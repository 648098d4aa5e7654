export { BesideButton } from './beside-button.tsx';
export { toggleBesideMenu } from './beside-store.ts';
export { copyCitation } from './cite-store.ts';
export { askFind, isFinding } from './find-store.ts';
export { isTyping } from './marking-keys.ts';
export { focusOtherPane } from './panes.ts';
export { choosePlace } from './placing-store.ts';
export { usePositions } from './positions-store.ts';
export { prepareReader, ReaderView } from './reader-view.tsx';
