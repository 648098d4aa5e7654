import { create } from 'zustand';
import type { Failure, UserDataState } from '../../preload/contract/index.ts';

type UserDataStore = {
  readonly problem: Failure | null;
  readonly file: string;
  readonly open: (state: UserDataState) => void;
};

/** Whether the user's data can be read and written, as main found it at start. */
export const useUserData = create<UserDataStore>((set) => ({
  problem: null,
  file: '',
  open: ({ problem, file }) => set({ problem, file }),
}));
