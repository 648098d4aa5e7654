export { ExportButton } from './export-button.tsx';
export { exportNotes } from './export-notes.ts';
