/** What one painter shows under one name of the CSS highlight registry. */
type Layer = { readonly ranges: readonly AbstractRange[]; readonly priority: number };

/** Each page, or part of one, that paints; the registry itself is one for the whole window. */
export type Painter = object;

const layers = new Map<string, Map<Painter, Layer>>();

/**
 * Paints `ranges` under `name` for one painter, in place of what it painted under it before. What others
 * painted under the same name stays: the registered highlight is always the union of all.
 */
export function setLayer(
  painter: Painter,
  name: string,
  ranges: readonly AbstractRange[],
  priority: number,
): void {
  const own = layers.get(name) ?? new Map<Painter, Layer>();
  if (ranges.length === 0 && !own.has(painter)) return;
  if (ranges.length === 0) own.delete(painter);
  else own.set(painter, { ranges, priority });
  layers.set(name, own);
  if (own.size === 0) {
    CSS.highlights.delete(name);
    return;
  }
  const highlight = new Highlight(...[...own.values()].flatMap((layer) => layer.ranges));
  highlight.priority = priority;
  CSS.highlights.set(name, highlight);
}

/** Takes away all that a painter has painted. */
export function clearLayers(painter: Painter): void {
  for (const name of layers.keys()) setLayer(painter, name, [], 0);
}
