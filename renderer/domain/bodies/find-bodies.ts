import type { Body } from '../../../preload/contract/index.ts';
import { fold } from '../fold/index.ts';

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
