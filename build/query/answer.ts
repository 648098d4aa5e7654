import type { SourcePlaces } from '../../main/storage/source-places.ts';
import {
  type SearchEngine,
  type SearchHit,
  type SearchResult,
  snippetOfHit,
} from '../../renderer/domain/search/index.ts';
import { translatorOf } from '../../renderer/domain/strings/index.ts';

const around = 30;

type Place = {
  /** In the block's stored text, `end` exclusive; of a title that is no block in the title. */
  readonly start: number;
  readonly end: number;
  /** In the decoded source file; null where the source does not print it. */
  readonly sourceStart: number | null;
  readonly sourceEnd: number | null;
};

/** One matching block, or cell of a table. The offsets beside `places` are those of the first place. */
type AnsweredHit = Place & {
  readonly documentId: string;
  readonly title: string;
  readonly blockId: string;
  readonly kind: string;
  /** False for the title of a document that prints none as a block. */
  readonly printed: boolean;
  readonly sourceFile: string | null;
  readonly snippet: string;
  readonly places: readonly Place[];
};

export type Answer = {
  readonly query: string;
  readonly total: number;
  readonly occurrences: number;
  readonly documents: number;
  readonly hits: readonly AnsweredHit[];
  readonly problems: readonly {
    readonly code: string;
    readonly start: number;
    readonly end: number;
    readonly message: string;
  }[];
};

/** What answers are made from. */
export type Searched = {
  readonly engine: SearchEngine;
  readonly titles: ReadonlyMap<string, string>;
  readonly places: SourcePlaces;
};

/** The answer to one query. */
export function answer(
  { engine, titles, places }: Searched,
  query: string,
  options: { readonly limit: number; readonly exact: boolean },
): Answer {
  const result: SearchResult = engine.search(query, options);
  const t = translatorOf('zh-CN');
  return {
    query,
    total: result.totalBlocks,
    occurrences: result.totalOccurrences,
    documents: result.totalDocuments,
    hits: result.documents.flatMap(({ documentId, hits }) =>
      hits.map((hit) => hitOf(documentId, titles.get(documentId) ?? '', hit, places)),
    ),
    problems: result.problems.map((problem) => ({ ...problem, message: t(`query.${problem.code}`) })),
  };
}

function hitOf(documentId: string, title: string, hit: SearchHit, sources: SourcePlaces): AnsweredHit {
  const sourceOf = (start: number, end: number) =>
    hit.printed ? sources.ofText(hit.blockId, start, end) : sources.ofTitle(documentId, title, start, end);
  const whole = { start: hit.textStart, end: hit.textStart + hit.text.length };
  const placeOf = ({ start, end }: { readonly start: number; readonly end: number }): Place => {
    const source = sourceOf(start, end);
    return { start, end, sourceStart: source?.start ?? null, sourceEnd: source?.end ?? null };
  };
  const places = hit.ranges.map(placeOf);
  return {
    documentId,
    title,
    blockId: hit.blockId,
    kind: hit.kind,
    printed: hit.printed,
    ...(places[0] ?? placeOf(whole)),
    sourceFile: sourceOf(whole.start, whole.end)?.file ?? null,
    snippet: snippetOfHit(hit, around)
      .map(({ text }) => text)
      .join(''),
    places,
  };
}
