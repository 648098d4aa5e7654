export { useDetails } from './details-store.ts';
export { useLibrary } from './library-store.ts';
export { LibraryView } from './library-view.tsx';
export { useShelves } from './shelves-store.ts';
export { ValidityDayField } from './validity-day-field.tsx';
export { ValidityPill } from './validity-pill.tsx';
