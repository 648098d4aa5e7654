/**
 * Words that OpenCC's tw2s gets wrong in policy texts, as traditional -> simplified.
 *
 * They stand before OpenCC's own entries in the segmentation (so that no entry of its cuts them in
 * two) and in the first stage; the second stage leaves simplified characters alone. Every entry keeps
 * its number of characters: the offset map rests on that.
 */
const words: readonly (readonly [string, string])[] = [
  // 顯著 is an adjective to tw2s; behind these characters 著 is the particle 着. The longer entries
  // give back the words that begin with 著 (彰顯著名品牌).
  ...['彰', '凸', '突', '盡', '浮'].flatMap((first): (readonly [string, string])[] => {
    const shown = first === '盡' ? '尽' : first;
    return [
      [`${first}顯著`, `${shown}显着`],
      [`${first}顯著名`, `${shown}显著名`],
      [`${first}顯著作`, `${shown}显著作`],
      [`${first}顯著稱`, `${shown}显著称`],
    ];
  }),
  // Traditional texts of the time hold simplified words already (seed 002: 成效显著).
  ['显著', '显著'],
  ['著称', '著称'],
  // 角徵 is music to OpenCC; 長三角徵信 and 珠三角徵收 are not.
  ['三角徵', '三角征'],
];

/** The words in OpenCC's dictionary format: `source replacement|source replacement`. */
export const houseDictionary: string = words.map(([from, to]) => `${from} ${to}`).join('|');
