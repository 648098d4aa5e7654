import { create } from 'zustand';

export type DialogName = 'shortcuts' | 'about' | 'settings' | 'print';

type DialogsStore = { readonly open: DialogName | null; readonly show: (name: DialogName | null) => void };

/** Which dialog is open; only one at a time. */
export const useDialogs = create<DialogsStore>((set) => ({ open: null, show: (open) => set({ open }) }));
