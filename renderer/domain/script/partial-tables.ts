import type { DictGroup, DictLike, LocalePreset } from 'opencc-js/core';

// The library's types leave the normalization out; its data has it.
type Config = NonNullable<LocalePreset['configs']>[string] & {
  readonly normalizationChain?: readonly DictGroup[];
};

/**
 * The part of a configuration's tables that can touch `texts`: the entries whose characters all occur in them,
 * or in what an earlier stage can make of them. Converting these very texts by it gives what the whole tables
 * give, since an entry is matched character by character; for other texts it is worth nothing. A library of
 * words is some thousand entries, a document holds a few hundred of them, and the rest need not be sorted in.
 */
export const tablesFor = (config: Config, texts: readonly string[]): Config => {
  const characters = new Set<string>();
  for (const text of texts) for (const character of text) characters.add(character);
  const stage = (group: DictGroup): DictGroup => {
    const kept = group.map((dictionary) => entriesOf(dictionary).filter(([from]) => spelt(from, characters)));
    // Only what follows this stage can meet what it makes.
    for (const entries of kept) for (const [, to] of entries) for (const made of to) characters.add(made);
    return kept.flatMap(serialized);
  };
  const normalization = config.normalizationChain?.map(stage);
  const segmentation = groupOf(config.segmentation).flatMap((dictionary) =>
    serialized(entriesOf(dictionary).filter(([from]) => spelt(from, characters))),
  );
  const conversion = config.conversionChain.map(stage);
  return {
    ...config,
    ...(normalization === undefined ? {} : { normalizationChain: normalization }),
    segmentation,
    conversionChain: conversion,
  };
};

const groupOf = (dictionaries: DictLike | DictGroup): DictGroup =>
  typeof dictionaries === 'string' ? [dictionaries] : (dictionaries as DictGroup);

const entriesOf = (dictionary: DictLike): readonly (readonly [string, string])[] =>
  typeof dictionary === 'string'
    ? dictionary.split('|').map((entry) => {
        const [from = '', to = ''] = entry.split(' ');
        return [from, to] as const;
      })
    : dictionary;

/** The library's own form, one text a dictionary; it takes no empty one. */
const serialized = (entries: readonly (readonly [string, string])[]): readonly string[] =>
  entries.length === 0 ? [] : [entries.map(([from, to]) => `${from} ${to}`).join('|')];

const spelt = (word: string, characters: ReadonlySet<string>): boolean => {
  for (const character of word) if (!characters.has(character)) return false;
  return true;
};
