import { ConverterBuilder, type DictGroup, type DictLike } from 'opencc-js/core';
// The small tables come with the first code: a traditional document opens converted, and fetching them apart
// was measured to cost its first frame 50 ms. The large ones of the other direction are fetched when needed.
import * as toSimplified from 'opencc-js/preset/t2cn';
import type { Script } from '../../../preload/contract/index.ts';
import { houseDictionary } from './house-dictionary.ts';
import { alignCharacters, identityMap, type OffsetMap } from './offset-map.ts';
import { tablesFor } from './partial-tables.ts';

/** From the script of the stored text to the script it is shown in. */
export type Conversion = 'hant-to-hans' | 'hans-to-hant';

/** The text to show and the offsets between it and the stored text. */
export type Converted = { readonly text: string; readonly map: OffsetMap };

/** A loaded conversion; it works synchronously. */
export type Converter = {
  readonly conversion: Conversion;
  /** Converts a stored text. Never give it a text that came out of a converter. */
  readonly convert: (original: string) => Converted;
};

/** The one conversion that may be offered for a document stored in `script`. */
export const conversionFor = (script: Script): Conversion =>
  script === 'hant' ? 'hant-to-hans' : 'hans-to-hant';

/** A text shown as it is stored: the same shape as a converted one. */
export const unconverted = (original: string): Converted => ({ text: original, map: identityMap(original) });

/**
 * Converts `original` with a loaded converter; with `null` the text stays as it is.
 * What is converted must be the stored text: tw2s run on simplified text turns 显著 into 显着.
 */
export const convertText = (original: string, converter: Converter | null): Converted =>
  converter === null ? unconverted(original) : converter.convert(original);

const loaded = new Map<Conversion, Promise<Converter>>();

/**
 * Loads the tables of a conversion (hans-to-hant is 1.1 MB) and makes its converter; later calls get
 * the same one. Rejects when the bundle's part cannot be loaded; the next call tries again.
 */
export const loadConverter = (conversion: Conversion): Promise<Converter> => {
  const known = loaded.get(conversion);
  if (known !== undefined) return known;
  const loading = makeConverter(conversion);
  loaded.set(conversion, loading);
  loading.catch(() => loaded.delete(conversion));
  return loading;
};

/**
 * A converter for these very texts, made in a fraction of the time that a whole one takes; what it gives for
 * them is what the whole one gives, and for other texts it must not be used.
 */
export const loadConverterFor = (conversion: Conversion, texts: readonly string[]): Promise<Converter> =>
  makeConverter(conversion, texts);

const makeConverter = async (conversion: Conversion, texts?: readonly string[]): Promise<Converter> => {
  const convertString = conversion === 'hant-to-hans' ? makeTw2s(texts) : await loadS2tw(texts);
  return {
    conversion,
    convert: (original) => {
      const text = convertString(original);
      return text === original ? unconverted(original) : { text, map: alignCharacters(original, text) };
    },
  };
};

type ConvertString = (text: string) => string;

const makeTw2s = (texts?: readonly string[]): ConvertString => {
  const { tw2s } = toSimplified.configs;
  if (tw2s === undefined) throw new Error('opencc-js has no configuration tw2s');
  const [firstStage = [], ...laterStages] = tw2s.conversionChain;
  const withHouseWords = {
    ...tw2s,
    segmentation: [houseDictionary, ...dictionariesOf(tw2s.segmentation)],
    conversionChain: [[houseDictionary, ...firstStage], ...laterStages],
  };
  const config = texts === undefined ? withHouseWords : tablesFor(withHouseWords, texts);
  return ConverterBuilder({ ...toSimplified, configs: { tw2s: config } })({ from: 'tw', to: 'cn' });
};

// The library's types allow one dictionary here; its data is a list of serialized ones.
const dictionariesOf = (segmentation: DictLike | DictGroup): readonly string[] =>
  typeof segmentation === 'string'
    ? [segmentation]
    : segmentation.filter((dictionary): dictionary is string => typeof dictionary === 'string');

// s2tw, not s2t: s2t writes OpenCC's own standard (羣衆, 爲, 裏), which no reader of policy writes;
// s2tw writes 群眾, 為, 裡 and 著力 as seed 002 does, and is the counterpart of tw2s.
const loadS2tw = async (texts?: readonly string[]): Promise<ConvertString> => {
  const preset = await import('opencc-js/preset/cn2t');
  const s2tw = preset.configs.s2tw;
  if (s2tw === undefined) throw new Error('opencc-js has no configuration s2tw');
  const config = texts === undefined ? s2tw : tablesFor(s2tw, texts);
  return ConverterBuilder({ ...preset, configs: { s2tw: config } })({ from: 'cn', to: 'tw' });
};
