/** Tags as typed (`人力, 待办`): separated by commas of either width, 、 or ；; none empty, none twice. */
export function parseTags(typed: string): readonly string[] {
  const tags = typed.split(/[,，、;；\n]/).map((tag) => tag.trim().replace(/^#/, ''));
  return [...new Set(tags.filter((tag) => tag !== ''))];
}
