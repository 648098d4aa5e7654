export { AnnotationCard } from './annotation-card.tsx';
export { useAnnotations } from './annotations-store.ts';
export { formatMoment } from './moments.ts';
export { byPlace, NotesView } from './notes-view.tsx';
export { StyleButtons } from './style-buttons.tsx';
