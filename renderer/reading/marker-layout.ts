/** Room that a marker takes in the margin, in CSS pixels: its target and the gap to the next. */
const step = 26;

/**
 * Where markers stand that would all like to stand beside their line: none over another, in the order they come, each as
 * near to its line as that allows, none below `height`. All in CSS pixels from the top of the section.
 */
export function placeMarkers(wanted: readonly number[], height: number): readonly number[] {
  const tops: number[] = [];
  for (const top of wanted) tops.push(Math.max(top, (tops.at(-1) ?? Number.NEGATIVE_INFINITY) + step));
  // What was pushed over the end is pushed back, and what stands above it along with it.
  let limit = height - step;
  for (let at = tops.length - 1; at >= 0; at -= 1) {
    const top = tops[at] ?? 0;
    if (top <= limit) break;
    tops[at] = limit;
    limit -= step;
  }
  return tops;
}

/** The height that a section needs for its markers. */
export function heightFor(markers: number): number {
  return markers * step;
}
