import { create } from 'zustand';
import type { BlockId, DocumentId } from '../../preload/contract/index.ts';
import type { SearchHit } from '../domain/search/index.ts';
import { useLibrary } from '../library/index.ts';
import { openDocument, type Target, useNavigation } from '../platform/navigation.ts';
import { askSearch } from './search-client.ts';
import { isEmpty, useSearch } from './search-store.ts';

/** Hits fetched at a time on the way. */
const piece = 50;

type Stop = { readonly documentId: DocumentId; readonly hit: SearchHit };

type Walk = {
  readonly query: string;
  readonly exact: boolean;
  readonly total: number;
  /** The hit one is at, from 0, in the order of the results. */
  readonly at: number;
  readonly stop: Stop | null;
  /** Said when the way began anew from an end. */
  readonly wrapped: 'start' | 'end' | null;
};

/** The way from hit to hit through the library; null when one is not on it. */
export const useSearchWalk = create<{ readonly walk: Walk | null }>(() => ({ walk: null }));

type Fetched = {
  readonly key: string;
  readonly stops: Map<number, Stop>;
  /** All hits of the documents that were opened on the way. */
  readonly documents: Map<DocumentId, readonly SearchHit[]>;
};

let fetched: Fetched = { key: '', stops: new Map(), documents: new Map() };

function fetchedOf({ query, exact }: Pick<Walk, 'query' | 'exact'>): Fetched {
  const key = JSON.stringify([query, exact]);
  if (fetched.key !== key) fetched = { key, stops: new Map(), documents: new Map() };
  return fetched;
}

/** Opens a hit of the results, and with it the way to the ones before and after it. */
export async function openHit(at: number, { documentId, hit }: Stop): Promise<void> {
  const { answer } = useSearch.getState();
  if (answer === null) return;
  const { query, exact, result } = answer;
  const walk: Walk = {
    query,
    exact,
    total: result.totalBlocks,
    at,
    stop: { documentId, hit },
    wrapped: null,
  };
  useSearchWalk.setState({ walk });
  const { view } = useNavigation.getState().route;
  const target = await targetOf({ documentId, hit }, walk);
  // Whoever has gone elsewhere meanwhile is not fetched back.
  if (useNavigation.getState().route.view === view) openDocument(documentId, target);
}

export function endWalk(): void {
  useSearchWalk.setState({ walk: null });
}

/**
 * Goes to the next or the previous hit, from the last on to the first. From the results it begins there. Says whether
 * there is such a way from where the user is.
 */
export function walkOn(by: 1 | -1): boolean {
  const { route } = useNavigation.getState();
  const { answer } = useSearch.getState();
  if (route.view === 'search' && answer !== null && !isEmpty(answer.result)) {
    const total = answer.result.totalBlocks;
    if (total === 0) return false;
    const { walk } = useSearchWalk.getState();
    const same = walk?.query === answer.query && walk.exact === answer.exact;
    const from = same ? walk.at : by === 1 ? -1 : 0;
    void goTo({ query: answer.query, exact: answer.exact, total, at: from, stop: null, wrapped: null }, by);
    return true;
  }
  const { walk } = useSearchWalk.getState();
  if (route.view !== 'reader' || walk === null) return false;
  void goTo(walk, by);
  return true;
}

async function goTo(walk: Walk, by: 1 | -1): Promise<void> {
  const next = walk.at + by;
  const at = (next + walk.total) % walk.total;
  const wrapped = next === at ? null : by === 1 ? 'start' : 'end';
  useSearchWalk.setState({ walk: { ...walk, at, wrapped, stop: null } });
  const { view } = useNavigation.getState().route;
  const stops = await stopsAround(walk, at);
  const stop = stops.get(at) ?? null;
  const target = stop === null ? undefined : await targetOf(stop, walk);
  const present = useSearchWalk.getState().walk;
  // Meanwhile the key was pressed again, or the way was left.
  if (present?.at !== at || present.query !== walk.query || present.stop !== null) return;
  if (useNavigation.getState().route.view !== view) return;
  useSearchWalk.setState({ walk: { ...present, stop } });
  if (stop !== null) goThere(stop.documentId, target);
}

/** The hits around one, fetched a piece at a time. */
async function stopsAround(walk: Walk, at: number): Promise<ReadonlyMap<number, Stop>> {
  const { query, exact } = walk;
  const { stops } = fetchedOf(walk);
  if (stops.has(at)) return stops;
  const from = Math.max(0, at - piece / 2);
  const { result } = await askSearch({ kind: 'search', query, exact, from, limit: piece });
  let index = from;
  for (const { documentId, hits } of result.documents) {
    for (const hit of hits) {
      stops.set(index, { documentId: documentId as DocumentId, hit });
      index += 1;
    }
  }
  return stops;
}

/** All hits of a document: its words are marked wherever they stand in it. */
async function hitsOf(walk: Walk, documentId: DocumentId): Promise<readonly SearchHit[]> {
  const { documents } = fetchedOf(walk);
  const known = documents.get(documentId);
  if (known !== undefined) return known;
  const { query, exact } = walk;
  const limit = Number.MAX_SAFE_INTEGER;
  const { result } = await askSearch({ kind: 'search', query, exact, documentId, limit });
  const hits = result.documents[0]?.hits ?? [];
  documents.set(documentId, hits);
  return hits;
}

/** Shows a hit in the first pane. All of a walk is one step of the history, so that back leads to the results. */
function goThere(documentId: DocumentId, place: Place | undefined): void {
  const { route, go, replace } = useNavigation.getState();
  const target = place === undefined ? null : { ...place, documentId };
  if (route.view !== 'reader') {
    go({ view: 'reader', documentId }, target);
    return;
  }
  const { beside, ...alone } = route;
  const keeps = beside !== undefined && (beside.kind === 'document' || route.documentId === documentId);
  replace(keeps ? { ...alone, documentId, beside } : { ...alone, documentId }, target);
}

type Place = Omit<Target, 'documentId'>;

/** The place of a hit, with the words of all hits of its document marked; nowhere in particular without a text. */
async function targetOf({ documentId, hit }: Stop, walk: Walk): Promise<Place | undefined> {
  const marks = (await hitsOf(walk, documentId)).flatMap(({ blockId, printed, ranges }) =>
    printed ? ranges.map(({ start, end }) => ({ blockId: blockId as BlockId, start, end })) : [],
  );
  if (hit.printed) return { blockId: hit.blockId as BlockId, offset: hit.ranges[0]?.start ?? 0, marks };
  // A title that the document does not print stands above its first line.
  const content = await useLibrary
    .getState()
    .load(documentId)
    .catch(() => undefined);
  const first = content?.blocks[0];
  return first === undefined ? undefined : { blockId: first.id, offset: 0, marks };
}
