import { create } from 'zustand';

/** A sentence that appears for a while; `action` is offered beside it. */
export type Notice = {
  readonly id: number;
  readonly tone: 'plain' | 'problem';
  readonly text: string;
  readonly action?: { readonly label: string; readonly run: () => void };
};

type Notices = {
  readonly notices: readonly Notice[];
  readonly show: (notice: Omit<Notice, 'id'>) => void;
  readonly dismiss: (id: number) => void;
};

let next = 0;

/** The sentences shown at the foot of the window. The newest replaces one of the same tone. */
export const useNotices = create<Notices>((set) => ({
  notices: [],
  show: (notice) =>
    set(({ notices }) => ({
      notices: [...notices.filter(({ tone }) => tone !== notice.tone), { ...notice, id: next++ }],
    })),
  dismiss: (id) => set(({ notices }) => ({ notices: notices.filter((notice) => notice.id !== id) })),
}));
