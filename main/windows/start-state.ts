import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { type Language, languageSchema, type Theme, themeSchema } from '../../preload/contract/index.ts';
import { removeLeftovers, writeFileAtomically } from '../files/atomic-write.ts';

const boundsSchema = z.object({ x: z.int(), y: z.int(), width: z.int().min(1), height: z.int().min(1) });
export type Bounds = z.infer<typeof boundsSchema>;

const startStateSchema = z.object({
  bounds: boundsSchema.nullable(),
  maximized: z.boolean(),
  theme: themeSchema,
  language: languageSchema,
});

/** What the first window needs to know before the user's data is open. */
export type StartState = {
  readonly bounds: Bounds | null;
  readonly maximized: boolean;
  readonly theme: Theme;
  readonly language: Language;
};

const fresh: StartState = { bounds: null, maximized: false, theme: 'system', language: 'zh-CN' };

/** The state of the last run; the defaults where there is none or it cannot be read. */
export function readStartState(file: string): StartState {
  try {
    return startStateSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return fresh;
  }
}

/** Keeps the state for the next run. It is only a cache: where it cannot be written, that is logged and no more. */
export async function writeStartState(file: string, state: StartState): Promise<void> {
  try {
    mkdirSync(path.dirname(file), { recursive: true });
    await removeLeftovers(file);
    await writeFileAtomically(file, new TextEncoder().encode(JSON.stringify(state)));
  } catch (error) {
    console.warn(`start state not kept: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/**
 * The bounds to open with: the remembered ones when enough of the title bar lies on a display that is
 * there now (a laptop may have been undocked), else null.
 */
export function visibleBounds(bounds: Bounds | null, workAreas: readonly Bounds[]): Bounds | null {
  if (bounds === null) return null;
  const reachable = workAreas.some((area) => {
    const left = Math.max(bounds.x, area.x);
    const right = Math.min(bounds.x + bounds.width, area.x + area.width);
    return right - left >= 100 && bounds.y >= area.y - 8 && bounds.y <= area.y + area.height - 40;
  });
  return reachable ? bounds : null;
}
