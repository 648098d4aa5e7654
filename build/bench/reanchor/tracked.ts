/** A character of an edited text and the UTF-16 offset it had in the text before the edits; -1: it is new. */
export type Tracked = { readonly character: string; readonly origin: number };

/** An edited text that knows where each of its characters came from. */
export type TrackedText = readonly Tracked[];

export function track(text: string): TrackedText {
  let origin = 0;
  return [...text].map((character) => {
    const tracked = { character, origin };
    origin += character.length;
    return tracked;
  });
}

/** New text, without an origin. */
export function added(text: string): TrackedText {
  return [...text].map((character) => ({ character, origin: -1 }));
}

export function wordsOf(text: TrackedText): string {
  return text.map(({ character }) => character).join('');
}

/** Parts a text behind the characters that `ends` accepts; nothing is lost. */
function partsOf(
  text: TrackedText,
  ends: (character: string, next: string) => boolean,
): readonly TrackedText[] {
  const parts: Tracked[][] = [];
  let part: Tracked[] = [];
  text.forEach((tracked, at) => {
    part.push(tracked);
    if (!ends(tracked.character, text[at + 1]?.character ?? '')) return;
    parts.push(part);
    part = [];
  });
  if (part.length > 0) parts.push(part);
  return parts;
}

export function paragraphsOf(text: TrackedText): readonly TrackedText[] {
  return partsOf(text, (character) => character === '\n');
}

export function sentencesOf(text: TrackedText): readonly TrackedText[] {
  return partsOf(
    text,
    (character, next) => '。！？；\n'.includes(character) && next !== '\n' && next !== '”',
  );
}
