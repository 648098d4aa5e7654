export { useDetails } from './details-store.ts';
export { FoldersSection } from './folders-section.tsx';
export { pageOf, useLibrary } from './library-store.ts';
export { LibraryView } from './library-view.tsx';
export { placeInEdition } from './place-in-edition.ts';
export { ShelfDialog } from './shelf-dialog.tsx';
export { useShelves } from './shelves-store.ts';
export { ValidityDayField } from './validity-day-field.tsx';
export { ValidityPill } from './validity-pill.tsx';
