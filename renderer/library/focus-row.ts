/** Brings the row at a place into the window and, once it is in the page, the focus to its title. */
export type ReachRow = (index: number) => void;

/** Puts the focus on the title of a row that is in the page; says whether it is. */
export function focusRow(table: HTMLElement | null, index: number): boolean {
  const title = table?.querySelector<HTMLElement>(`tr[data-index="${index}"] [data-title]`) ?? null;
  title?.focus();
  return title !== null;
}
