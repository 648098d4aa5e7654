/** Puts the focus on the open view itself, where there is nothing better. */
export function focusView(): void {
  const view = document.querySelector<HTMLElement>('main');
  view?.setAttribute('tabindex', '-1');
  view?.focus({ preventScroll: true });
}

/**
 * Keeps the focus near an item of a list that is about to be removed. Call it before; the returned
 * function, called after, gives the focus to the neighbour's first button, else to the view.
 */
export function keepFocusNear(item: HTMLElement | null): () => void {
  if (item?.contains(document.activeElement) !== true) return () => undefined;
  const neighbours = [item.nextElementSibling, item.previousElementSibling];
  return () => {
    const next = neighbours.map((neighbour) => neighbour?.querySelector('button')).find(Boolean);
    if (next) next.focus();
    else focusView();
  };
}
