import { createInstance } from 'i18next';
import type { Language } from '../../../preload/contract/vocabulary.ts';
import { en } from './en.ts';
import { zhCn } from './zh-cn.ts';

/** A key of the catalogue; a counted text is named without its plural ending (`count.notes`). */
export type TextKey = keyof typeof zhCn extends infer Key
  ? Key extends `${infer Stem}_other`
    ? Stem
    : Key
  : never;

/** Gives the text of `key`, its `{{placeholders}}` filled; `count` also chooses the plural form. */
export type Translate = (key: TextKey, values?: Readonly<Record<string, string | number>>) => string;

const catalogues = { 'zh-CN': zhCn, en } as const;
const translators = new Map<Language, Translate>();

/** The translator of a language; made once, usable without a DOM (menus and exports use it in main). */
export function translatorOf(language: Language): Translate {
  const known = translators.get(language);
  if (known !== undefined) return known;
  const instance = createInstance();
  void instance.init({
    lng: language,
    resources: { [language]: { translation: catalogues[language] } },
    initAsync: false,
    keySeparator: false,
    nsSeparator: false,
    // Texts become React text nodes, menu labels and Markdown, never HTML.
    interpolation: { escapeValue: false },
  });
  const translate: Translate = (key, values) => instance.t(key, { ...values });
  translators.set(language, translate);
  return translate;
}
