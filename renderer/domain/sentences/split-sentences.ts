/** A piece of a text in UTF-16 units, `end` exclusive. */
export type Span = { readonly start: number; readonly end: number };

/** What ends a sentence or an independent clause (GB/T 15834-2011, 4.2 to 4.6: 句号 问号 叹号 分号). */
const enders = new Set('。！？；!?;…');
/** What may stand behind it and still belongs to it. */
const closers = new Set('”’」』）)】》〉］]"');
/** What shows, behind a closing mark, that the sentence goes on: “……。”、（……。）， */
const goesOn = new Set('，、：；,:;。');
/** Inside of these nothing ends: a title, or what is said in brackets. */
const pairs: Readonly<Record<string, string>> = {
  '（': '）',
  '(': ')',
  '《': '》',
  '【': '】',
  '〔': '〕',
  '［': '］',
};

/**
 * The sentences of a text of Chinese, in order, without the white space between them. Together they hold every
 * other character. A text without an ender (a heading, a cell of a table) is one sentence; a half-width full
 * stop is none, since it stands in numbers.
 */
export function splitSentences(text: string): readonly Span[] {
  const spans: Span[] = [];
  let start = 0;
  let at = 0;
  while (at < text.length) {
    const character = text[at] ?? '';
    const close = pairs[character];
    if (close !== undefined) {
      const closing = closingOf(text, at, character, close);
      if (closing !== -1) {
        at = closing + 1;
        // （……。） on its own ends as what stands in it ended.
        if (enders.has(text[closing - 1] ?? '') && endsBehind(text, at)) {
          at = behindClosers(text, at);
          push(spans, text, start, at);
          start = at;
        }
        continue;
      }
    }
    at += 1;
    if (!enders.has(character)) continue;
    while (enders.has(text[at] ?? '')) at += 1;
    const behind = behindClosers(text, at);
    if (behind > at && goesOn.has(text[behind] ?? '')) {
      at = behind;
      continue;
    }
    at = behind;
    push(spans, text, start, at);
    start = at;
  }
  push(spans, text, start, text.length);
  return spans;
}

/** Where the bracket opened at `open` is closed, or -1; brackets of the same kind in it are its own. */
function closingOf(text: string, open: number, opening: string, close: string): number {
  let depth = 0;
  for (let at = open; at < text.length; at += 1) {
    if (text[at] === opening) depth += 1;
    else if (text[at] === close) depth -= 1;
    if (depth === 0) return at;
  }
  return -1;
}

function endsBehind(text: string, at: number): boolean {
  return !goesOn.has(text[behindClosers(text, at)] ?? '');
}

function behindClosers(text: string, at: number): number {
  let end = at;
  while (closers.has(text[end] ?? '')) end += 1;
  return end;
}

function push(spans: Span[], text: string, from: number, to: number): void {
  let start = from;
  let end = to;
  while (start < end && /\s/u.test(text[start] ?? '')) start += 1;
  while (end > start && /\s/u.test(text[end - 1] ?? '')) end -= 1;
  if (start < end) spans.push({ start, end });
}
