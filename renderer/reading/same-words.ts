/** Where `text` has the same words, whatever spaces stand between them; null where it words them otherwise. */
export function wordsIn(
  text: string,
  words: string,
): { readonly start: number; readonly end: number } | null {
  const kept = [...text.matchAll(/\S/g)].map(({ index }) => index);
  const wanted = bare(words);
  const at = wanted === '' ? -1 : bare(text).indexOf(wanted);
  const start = kept[at];
  const last = kept[at + wanted.length - 1];
  return at === -1 || start === undefined || last === undefined ? null : { start, end: last + 1 };
}

/** `text` without its spaces: sources put them in and leave them out at will. */
export function bare(text: string): string {
  return text.replace(/\s+/gu, '');
}
