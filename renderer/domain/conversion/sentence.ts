/** The sentence that a place stands in, in three pieces. */
type Sentence = { readonly before: string; readonly words: string; readonly after: string };

const ends = /[。！？；!?;\n]/u;
/** How much of a sentence is shown on either side, in UTF-16 units. */
const reach = 40;

/** The sentence around `start`..`end` of a text; of a long one only what is near, with … where it is cut. */
export function sentenceAround(text: string, start: number, end: number): Sentence {
  let from = start;
  while (from > 0 && start - from < reach && !ends.test(text[from - 1] ?? '')) from -= 1;
  let to = end;
  while (to < text.length && to - end < reach && !ends.test(text[to - 1] ?? '')) to += 1;
  const whole = from === 0 || ends.test(text[from - 1] ?? '');
  const complete = to === text.length || ends.test(text[to - 1] ?? '');
  return {
    before: `${whole ? '' : '…'}${withoutHalf(text.slice(from, start), 'start').trimStart()}`,
    words: text.slice(start, end),
    after: `${withoutHalf(text.slice(end, to), 'end').trimEnd()}${complete ? '' : '…'}`,
  };
}

/** A cut may fall between the halves of a character; a half is no text. */
function withoutHalf(text: string, side: 'start' | 'end'): string {
  return side === 'start' ? text.replace(/^[\udc00-\udfff]/, '') : text.replace(/[\ud800-\udbff]$/, '');
}
