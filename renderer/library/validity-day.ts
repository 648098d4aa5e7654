import { create } from 'zustand';
import { localDay } from '../domain/validity/index.ts';

type ValidityDay = {
  /** The day on which validity is judged; null for today, whatever day that is when it is asked. */
  readonly chosen: string | null;
  readonly choose: (day: string | null) => void;
};

/** One day for the library and for what is said of a document, kept until the window is closed. */
export const useValidityDay = create<ValidityDay>((set) => ({
  chosen: null,
  choose: (chosen) => set({ chosen }),
}));

/** The day on which validity is judged, as an ISO date. */
export function useDay(): string {
  return useValidityDay(({ chosen }) => chosen) ?? localDay(new Date());
}
