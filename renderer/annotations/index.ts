export { AnnotationCard, trashWithNotice } from './annotation-card.tsx';
export { useAnnotations } from './annotations-store.ts';
export { changeWithNotice } from './change-with-notice.ts';
export { NoteText } from './lazy-note-text.ts';
export { formatMoment } from './moments.ts';
export { StyleButtons } from './style-buttons.tsx';
