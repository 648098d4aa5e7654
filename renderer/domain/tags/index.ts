const separators = /[,，、;；\n]/;

/** Tags as typed (`人力, 待办`): separated by commas of either width, 、 or ；; none empty, none twice. */
export function parseTags(typed: string): readonly string[] {
  const tags = typed.split(separators).map((tag) => tag.trim().replace(/^#/, ''));
  return [...new Set(tags.filter((tag) => tag !== ''))];
}

/** How many tags are suggested at a time: more would push the rest of the editor out of sight. */
const suggested = 6;

/**
 * Tags in use that go on with what is being typed, or the most used ones where nothing is; none that is there already.
 * `inUse` begins with the most used.
 */
export function suggestTags(typed: string, inUse: readonly string[]): readonly string[] {
  const { before, last } = partsOf(typed);
  const present = new Set(parseTags(before));
  const wanted = last.toLowerCase();
  const fitting = inUse.filter(
    (tag) => !present.has(tag) && tag !== last && tag.toLowerCase().includes(wanted),
  );
  return fitting.slice(0, suggested);
}

/** What was typed with a suggested tag in place of the one being typed. */
export function withTag(typed: string, tag: string): string {
  const present = parseTags(partsOf(typed).before);
  return [...present.filter((other) => other !== tag), tag].join('、');
}

/** The tags typed so far, and the one that is being typed. */
function partsOf(typed: string): { readonly before: string; readonly last: string } {
  const pieces = typed.split(separators);
  const last = pieces.at(-1)?.trim().replace(/^#/, '') ?? '';
  return { before: pieces.slice(0, -1).join('、'), last };
}
