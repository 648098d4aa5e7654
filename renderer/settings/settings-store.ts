import { create } from 'zustand';
import { defaultSettings } from '../../preload/contract/default-settings.ts';
import type { Settings } from '../../preload/contract/index.ts';
import { type TextKey, type Translate, translatorOf } from '../domain/strings/index.ts';
import { ask, codeOf } from '../platform/reader.ts';
import { useNotices } from '../ui/notices.ts';

type SettingsStore = {
  readonly settings: Settings;
  /** Shows the change at once and keeps it; where it cannot be kept, says so and leaves it shown. */
  readonly change: (patch: Partial<Settings>) => void;
};

export const useSettings = create<SettingsStore>((set, get) => ({
  settings: defaultSettings,
  change: (patch) => {
    set({ settings: { ...get().settings, ...patch } });
    ask('settings.save', patch).catch((error: unknown) => reportProblem('problem.settingsNotKept', error));
  },
}));

/** The texts of the UI in its present language. */
export function useText(): Translate {
  return translatorOf(useSettings((state) => state.settings.language));
}

/** The same outside of a component, for notices. */
export function text(): Translate {
  return translatorOf(useSettings.getState().settings.language);
}

/** Tells the user that something could not be done, with the reason as a sentence. */
export function reportProblem(key: TextKey, error: unknown): void {
  const t = text();
  useNotices.getState().show({ tone: 'problem', text: t(key, { why: t(`error.${codeOf(error)}`) }) });
}
