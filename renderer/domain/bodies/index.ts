import type { Body, Measure } from '../../../preload/contract/index.ts';
import { fold } from '../fold/index.ts';

/** Whether one of the bodies chosen, by their canonical names, is among those named; none chosen: all pass. */
export function namesAny({ bodies }: Pick<Measure, 'bodies'>, chosen: ReadonlySet<string>): boolean {
  return chosen.size === 0 || bodies.some(({ canonical }) => chosen.has(canonical));
}

/**
 * The bodies that `query` may mean: whose name or alias holds it, in either script; those named most often first.
 * An empty query means all.
 */
export function findBodies(bodies: readonly Body[], query: string): readonly Body[] {
  const wanted = fold(query.trim());
  return bodies
    .filter(({ canonical, aliases }) => [canonical, ...aliases].some((name) => fold(name).includes(wanted)))
    .sort((a, b) => b.measureCount - a.measureCount);
}
