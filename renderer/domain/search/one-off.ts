/**
 * The words of a library that are one character off `term`: one another, one too many, one too few, or two exchanged;
 * those of the same length first, then the longer ones, of each the most frequent first. `term` and the texts are folded. Of a term with one error the first or the second half stands
 * in the text as it is, so only those places are looked at. Stops when `isLate` says so, with what it has.
 */
export const oneOff = (
  term: string,
  textsThatMayHold: (words: string) => Iterable<string>,
  isLate: () => boolean,
  most: number,
): readonly string[] => {
  const middle = Math.ceil(term.length / 2);
  const [first, second] = [term.slice(0, middle), term.slice(middle)];
  const found = new Map<string, number>();
  const note = (words: string): void => {
    if (words !== term && isWord(words)) found.set(words, (found.get(words) ?? 0) + 1);
  };
  forEachPlace(first, textsThatMayHold, isLate, (text, at) => {
    for (const rest of nearStarts(second, text.slice(at + first.length, at + term.length + 1))) {
      note(first + rest);
    }
  });
  forEachPlace(second, textsThatMayHold, isLate, (text, at) => {
    const before = reversed(text.slice(Math.max(0, at - first.length - 1), at));
    for (const rest of nearStarts(reversed(first), before)) note(reversed(rest) + second);
  });
  // Of two characters one is too little to be called near.
  const longEnough = [...found].filter(([words]) => words.length > 1 && words.length >= term.length - 1);
  return (
    longEnough
      .filter(([words]) => term.length > 2 || words.length === term.length)
      // 融资租 is nothing by itself where it is always 融资租赁.
      .filter(([words, times]) =>
        longEnough.every(([other, others]) => other === words || !other.includes(words) || others < times),
      )
      .toSorted(
        ([one, times], [other, otherTimes]) =>
          distance(one, term) - distance(other, term) || otherTimes - times || (one < other ? -1 : 1),
      )
      .slice(0, most)
      .map(([words]) => words)
  );
};

/** A word that lacks a character of the term is there whenever its rest is, so it says least. */
const distance = (words: string, term: string): number =>
  words.length === term.length ? 0 : words.length > term.length ? 1 : 2;

const isWord = (words: string): boolean => /^[\p{L}\p{N}]+$/u.test(words);

const reversed = (text: string): string => text.split('').reverse().join('');

const forEachPlace = (
  words: string,
  textsThatMayHold: (words: string) => Iterable<string>,
  isLate: () => boolean,
  take: (text: string, at: number) => void,
): void => {
  for (const text of textsThatMayHold(words)) {
    if (isLate()) return;
    for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) take(text, at);
  }
};

/** The beginnings of `text` that are one error away from `wanted`, the error at the first character that differs. */
const nearStarts = (wanted: string, text: string): readonly string[] => {
  let same = 0;
  while (same < wanted.length && wanted[same] === text[same]) same += 1;
  if (same === wanted.length) return [];
  const starts: string[] = [];
  const follows = (from: number, rest: string): void => {
    if (text.startsWith(rest, from) && from <= text.length) starts.push(text.slice(0, from + rest.length));
  };
  follows(same + 1, wanted.slice(same + 1));
  follows(same, wanted.slice(same + 1));
  follows(same + 1, wanted.slice(same));
  const [one, other] = [wanted[same], wanted[same + 1]];
  if (other !== undefined && text[same] === other && text[same + 1] === one) {
    follows(same + 2, wanted.slice(same + 2));
  }
  return starts;
};
