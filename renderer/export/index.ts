export { ExportButton } from './export-button.tsx';
export { exportAsMarkdown, exportNotes } from './export-notes.ts';
