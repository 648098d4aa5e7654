import type { Measure } from '../../../preload/contract/index.ts';

/** Whether one of the bodies chosen, by their canonical names, is among those named; none chosen: all pass. */
export function namesAny({ bodies }: Pick<Measure, 'bodies'>, chosen: ReadonlySet<string>): boolean {
  return chosen.size === 0 || bodies.some(({ canonical }) => chosen.has(canonical));
}
