import { useEffect, useMemo, useState } from 'react';
import type {
  BlockId,
  DocumentContent,
  DocumentId,
  DocumentSummary,
  ScriptView,
} from '../../preload/contract/index.ts';
import {
  type Conversion,
  type Converted,
  type Converter,
  conversionFor,
  convertText,
  languageTag,
  loadConverter,
  loadConverterFor,
} from '../domain/script/index.ts';
import { usePane } from '../platform/panes.ts';
import { reportProblem, useSettings } from '../settings/index.ts';

/** How a document is shown: as the user last chose, else a traditional one converted, a simplified one as it is. */
export function scriptViewOf(
  document: Pick<DocumentSummary, 'id' | 'script'>,
  chosen: Readonly<Record<string, ScriptView>>,
): ScriptView {
  return chosen[document.id] ?? (document.script === 'hant' ? 'converted' : 'original');
}

/** The document's present view, in the pane that asks, and the way to change it. */
export function useScriptView(
  document: DocumentSummary | undefined,
): readonly [ScriptView, (view: ScriptView) => void] {
  const { asStored } = usePane();
  const chosen = useSettings((state) => state.settings.scriptViews);
  const change = useSettings((state) => state.change);
  return [
    document === undefined || asStored ? 'original' : scriptViewOf(document, chosen),
    (view) => {
      if (document === undefined) return;
      change({ scriptViews: { ...useSettings.getState().settings.scriptViews, [document.id]: view } });
    },
  ];
}

/** The text of every block as it is shown, with its map to the stored text. */
export type DisplayedText = ReadonlyMap<BlockId, Converted>;

/**
 * The converter that `view` asks for: null when the original is shown, undefined while its tables are
 * being loaded. When they cannot be loaded that is said and the original is shown.
 */
export function useConverter(
  document: DocumentSummary | undefined,
  view: ScriptView,
): Converter | null | undefined {
  const [converters, setConverters] = useState<Readonly<Partial<Record<Conversion, Converter | null>>>>({});
  const conversion = document === undefined || view === 'original' ? null : conversionFor(document.script);
  useEffect(() => {
    if (conversion === null) return;
    let current = true;
    const keep = (converter: Converter | null): void => {
      if (current) setConverters((known) => ({ ...known, [conversion]: converter }));
    };
    const load = (): void => {
      loadConverter(conversion).then(keep, (error: unknown) => {
        reportProblem('problem.conversion', error);
        keep(null);
      });
    };
    // Where the first frame has its text already, sorting in the whole tables can wait until it is painted.
    const handle = first?.conversion === conversion ? requestIdleCallback(load, { timeout: 1000 }) : load();
    return () => {
      current = false;
      if (handle !== undefined) cancelIdleCallback(handle);
    };
  }, [conversion]);
  return conversion === null ? null : converters[conversion];
}

/** The text of the document that the window opens with, converted before anything was drawn. */
let first: {
  readonly documentId: DocumentId;
  readonly conversion: Conversion;
  readonly texts: DisplayedText;
} | null = null;

/**
 * Converts the text of the document that the window opens with, by tables made for this text alone, so that it
 * stands in the first frame and not in a later one. What goes wrong here goes wrong again, and is said, when the
 * document is shown.
 */
export async function prepareScript(
  { document, blocks }: DocumentContent,
  chosen: Readonly<Record<string, ScriptView>>,
): Promise<void> {
  if (scriptViewOf(document, chosen) === 'original') return;
  const texts = blocks.map(({ text }) => text);
  first = await loadConverterFor(conversionFor(document.script), texts).then(
    ({ convert, conversion }) => ({
      documentId: document.id,
      conversion,
      texts: new Map(blocks.map(({ id, text }) => [id, convert(text)] as const)),
    }),
    () => null,
  );
}

/** The displayed text of all blocks of one page (documents of one script); null while it cannot be known yet. */
export function useDisplayedText(
  contents: readonly DocumentContent[],
  converter: Converter | null | undefined,
): DisplayedText | null {
  return useMemo(
    () =>
      converter === undefined
        ? firstTexts(contents)
        : new Map(contents.flatMap((content) => textsOf(content, converter))),
    [contents, converter],
  );
}

type Texts = readonly (readonly [BlockId, Converted])[];

/** The texts of a document in each script, for all who show them: page, outline, second pane. They go with the document. */
const converted = new WeakMap<DocumentContent, Map<Converter | null, Texts>>();

function textsOf(content: DocumentContent, converter: Converter | null): Texts {
  const known = converted.get(content) ?? new Map<Converter | null, Texts>();
  converted.set(content, known);
  const texts =
    known.get(converter) ??
    content.blocks.map((block) => [block.id, convertText(block.text, converter)] as const);
  known.set(converter, texts);
  return texts;
}

/** What was converted ahead, when it is just this document. */
function firstTexts(contents: readonly DocumentContent[]): DisplayedText | null {
  const [only, ...others] = contents;
  return only?.document.id === first?.documentId && others.length === 0 ? (first?.texts ?? null) : null;
}

/** The language tag of a document's title; a title that the library gave is in simplified characters. */
export function titleLanguage(
  document: Pick<DocumentSummary, 'script' | 'inferredFields'>,
): 'zh-Hans' | 'zh-Hant' {
  return document.inferredFields.includes('title') ? 'zh-Hans' : languageTag(document, 'original');
}
