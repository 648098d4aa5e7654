import { create } from 'zustand';

/** What is asked about the second pane: by the menu under its button, or by the list of documents. */
export const useBesideChoice = create<{ readonly open: 'menu' | 'documents' | null }>(() => ({ open: null }));

/** Opens the menu of the second pane, or closes it. */
export function toggleBesideMenu(): void {
  useBesideChoice.setState(({ open }) => ({ open: open === null ? 'menu' : null }));
}
