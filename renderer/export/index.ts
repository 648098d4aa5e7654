export { ExportButton } from './export-button.tsx';
export { exportAsMarkdown, exportNotes } from './export-notes.ts';
export { PrintDialog } from './print-dialog.tsx';
