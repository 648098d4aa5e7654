/** What ends a line in Markdown (CommonMark 2.1). */
export const lineEnd = /\r\n|\n|\r/;

/** What a line begins, and how it ends: a code fence (CommonMark 4.5) or HTML that only its own end closes (4.6, kinds 1 to 5). */
type OpenBlock = { readonly isEnd: (line: string) => boolean; readonly closing: string };

/** Closes a block that the user's Markdown leaves open, which would hide all that is written after it. */
export function closedMarkdown(note: string): string {
  let open: OpenBlock | null = null;
  for (const line of note.split(lineEnd)) {
    if (open === null) open = fenceIn(line) ?? htmlIn(line);
    else if (open.isEnd(line)) open = null;
  }
  return open === null ? note : `${note}\n${open.closing}`;
}

function fenceIn(line: string): OpenBlock | null {
  const [, run, info = ''] = /^ {0,3}(`{3,}|~{3,})(.*)$/.exec(line) ?? [];
  // Backticks behind backticks are code within a line, not a fence.
  if (run === undefined || (run.startsWith('`') && info.includes('`'))) return null;
  return {
    isEnd: (later) => {
      const mark = later.trim();
      return /^ {0,3}\S/.test(later) && mark.startsWith(run) && mark === run.charAt(0).repeat(mark.length);
    },
    closing: run,
  };
}

const rawTag = /^ {0,3}<(script|pre|style|textarea)(?:[\s>]|$)/i;
const rawEnd = /<\/(?:script|pre|style|textarea)>/i;
const otherHtml = [
  { start: /^ {0,3}<!--/, end: '-->' },
  { start: /^ {0,3}<\?/, end: '?>' },
  { start: /^ {0,3}<!\[CDATA\[/, end: ']]>' },
  { start: /^ {0,3}<![A-Z]/i, end: '>' },
];

function htmlIn(line: string): OpenBlock | null {
  const [, tag] = rawTag.exec(line) ?? [];
  if (tag !== undefined) {
    return rawEnd.test(line) ? null : { isEnd: (later) => rawEnd.test(later), closing: `</${tag}>` };
  }
  const kind = otherHtml.find(({ start }) => start.test(line));
  if (kind === undefined || line.includes(kind.end)) return null;
  return { isEnd: (later) => later.includes(kind.end), closing: kind.end };
}
