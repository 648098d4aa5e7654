import { focusView } from '../ui/focus.ts';

/**
 * Where the focus goes when an item leaves the queue. Call it before; the returned function, called after, gives it
 * to the first button of the item that then stands there, else of the last one, else to the view.
 */
export function focusAfter(item: HTMLElement | null): () => void {
  const all = itemsOnPage();
  const at = item === null ? 0 : all.indexOf(item);
  const id = item?.dataset.review;
  return () =>
    // The queue is drawn anew first.
    requestAnimationFrame(() => {
      const left = itemsOnPage().filter(({ dataset }) => dataset.review !== id);
      const next = left[Math.min(at, left.length - 1)];
      const button = next?.querySelector<HTMLElement>('[data-first]');
      if (button === null || button === undefined) focusView();
      else button.focus();
    });
}

const itemsOnPage = (): readonly HTMLElement[] => [
  ...document.querySelectorAll<HTMLElement>('[data-review]'),
];
