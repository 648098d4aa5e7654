import { create } from 'zustand';

type PanelPage = {
  readonly page: string;
  readonly turnTo: (page: string) => void;
};

/** The page of the right panel: outline, notes or information. It stays when another document is opened. */
export const usePanelPage = create<PanelPage>((set) => ({
  page: 'outline',
  turnTo: (page) => set({ page }),
}));
