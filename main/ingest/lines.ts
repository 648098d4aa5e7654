import type { Range } from './model.ts';

/** Every kind of blank that the sources use: space, NBSP, ideographic space, BOM, line ends. */
export function isBlank(code: number): boolean {
  return (
    code <= 32 || code === 0xa0 || code === 0x3000 || code === 0xfeff || (code >= 0x2000 && code <= 0x200b)
  );
}

export function trimRange(text: string, range: Range): Range {
  let { start, end } = range;
  while (start < end && isBlank(text.charCodeAt(start))) start += 1;
  while (end > start && isBlank(text.charCodeAt(end - 1))) end -= 1;
  return { start, end };
}

export function squeeze(text: string): string {
  return text.replace(/[\s\u00a0\u3000\ufeff\u2000-\u200b]+/g, '');
}

/** The lines that are not blank, without the blanks around them, inside `within`. */
export function splitLines(text: string, within: Range): readonly Range[] {
  const lines: Range[] = [];
  let start = within.start;
  for (let i = within.start; i <= within.end; i += 1) {
    const c = i < within.end ? text.charCodeAt(i) : 10;
    if (c !== 10 && c !== 13) continue;
    const line = trimRange(text, { start, end: i });
    if (line.end > line.start) lines.push(line);
    start = i + 1;
  }
  return lines;
}
