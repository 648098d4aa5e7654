import { useMemo } from 'react';
import type { Language } from '../../preload/contract/index.ts';
import type { MarkStyle } from '../../preload/contract/vocabulary.ts';
import type { NoteWorld } from '../domain/notes/index.ts';
import { localDay } from '../domain/validity/index.ts';
import { useLibrary } from '../library/index.ts';
import { meaningOf, useSettings } from '../settings/index.ts';

/** What the filters ask: the reader's day and the titles of the documents. */
export function useNoteWorld(): NoteWorld {
  const documents = useLibrary((state) => state.documents);
  const today = localDay(new Date());
  return useMemo(
    () => ({ today, titles: new Map(documents.map(({ id, title }) => [id, title])) }),
    [documents, today],
  );
}

/** The word for what a style of mark stands for. */
export function useMeanings(): (style: MarkStyle) => string {
  const settings = useSettings((state) => state.settings);
  return (style) => meaningOf(style, settings);
}

/** `2026-11` as a heading. */
export function formatMonth(month: string, language: Language): string {
  return new Intl.DateTimeFormat(language, { year: 'numeric', month: 'long', timeZone: 'UTC' }).format(
    new Date(`${month}-01T00:00:00Z`),
  );
}
