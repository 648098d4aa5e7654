/** What one painter shows under one name of the CSS highlight registry. */
type Layer = { readonly ranges: readonly AbstractRange[]; readonly priority: number };

/** Each page, or part of one, that paints; the registry itself is one for the whole window. */
export type Painter = object;

const layers = new Map<string, Map<Painter, Layer>>();

/**
 * Paints `ranges` under `name` for one painter, in place of what it painted under it before. What others
 * painted under the same name stays: the registered highlight is always the union of all. What was painted at the
 * very same place before is left alone, since the browser looks at a highlight anew whenever it changes.
 */
export function setLayer(
  painter: Painter,
  name: string,
  ranges: readonly AbstractRange[],
  priority: number,
): void {
  const own = layers.get(name) ?? new Map<Painter, Layer>();
  const before = own.get(painter)?.ranges ?? [];
  if (ranges.length === 0 && before.length === 0) return;
  const { kept, coming, leaving } = compared(before, ranges);
  if (kept.length + coming.length === 0) own.delete(painter);
  else own.set(painter, { ranges: [...kept, ...coming], priority });
  layers.set(name, own);
  if (own.size === 0) {
    CSS.highlights.delete(name);
    return;
  }
  const registered = CSS.highlights.get(name);
  const highlight = registered ?? new Highlight();
  for (const range of leaving) highlight.delete(range);
  for (const range of coming) highlight.add(range);
  if (highlight.priority !== priority) highlight.priority = priority;
  if (registered === undefined) CSS.highlights.set(name, highlight);
}

/** Paints `ranges` under `name` besides what the painter has painted under it; the next `setLayer` tells all anew. */
export function addToLayer(
  painter: Painter,
  name: string,
  ranges: readonly AbstractRange[],
  priority: number,
): void {
  setLayer(painter, name, [...(layers.get(name)?.get(painter)?.ranges ?? []), ...ranges], priority);
}

type Compared = {
  /** Of those before: what stays. */
  readonly kept: readonly AbstractRange[];
  readonly coming: readonly AbstractRange[];
  readonly leaving: readonly AbstractRange[];
};

function compared(before: readonly AbstractRange[], after: readonly AbstractRange[]): Compared {
  const byNode = Map.groupBy(before, ({ startContainer }) => startContainer);
  const kept = new Set<AbstractRange>();
  const coming = after.filter((range) => {
    const same = byNode.get(range.startContainer)?.find((old) => !kept.has(old) && samePlace(old, range));
    if (same !== undefined) kept.add(same);
    return same === undefined;
  });
  return { kept: [...kept], coming, leaving: before.filter((range) => !kept.has(range)) };
}

function samePlace(one: AbstractRange, other: AbstractRange): boolean {
  return (
    one.startOffset === other.startOffset &&
    one.endContainer === other.endContainer &&
    one.endOffset === other.endOffset
  );
}

/** Takes away all that a painter has painted. */
export function clearLayers(painter: Painter): void {
  for (const name of layers.keys()) setLayer(painter, name, [], 0);
}
