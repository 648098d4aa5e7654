import type { Settings } from '../../preload/contract/index.ts';
import type { MarkStyle } from '../../preload/contract/vocabulary.ts';
import { translatorOf } from '../domain/strings/index.ts';
import { useSettings } from './settings-store.ts';

/** What a style of mark stands for: the user's own word, else the usual one in the language of the window. */
export function meaningOf(
  style: MarkStyle,
  { markMeanings, language }: Pick<Settings, 'markMeanings' | 'language'>,
): string {
  return markMeanings[style] ?? usualMeaningOf(style, language);
}

/** The word a style has while the user gave it none. */
export function usualMeaningOf(style: MarkStyle, language: Settings['language']): string {
  return translatorOf(language)(`meaning.${style}`);
}

/** What a style of mark stands for, for a component. */
export function useMarkMeaning(style: MarkStyle): string {
  return useSettings(({ settings }) => meaningOf(style, settings));
}

/** Gives a style the user's own word; an empty one brings the usual word back. */
export function changeMeaning(style: MarkStyle, word: string): void {
  const { settings, change } = useSettings.getState();
  const { [style]: _, ...others } = settings.markMeanings;
  const own = word.trim();
  change({ markMeanings: own === '' ? others : { ...others, [style]: own } });
}
