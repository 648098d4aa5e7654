import { lazy } from 'react';

/** The Markdown renderer is as large as the rest of the window; it comes when a note is first shown. */
export const NoteText = lazy(() =>
  import('../ui/note-text.tsx').then(({ NoteText }) => ({ default: NoteText })),
);
