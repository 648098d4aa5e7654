import { useEffect, useMemo, useState } from 'react';
import type { BlockId, DocumentContent, DocumentSummary, ScriptView } from '../../preload/contract/index.ts';
import {
  type Conversion,
  type Converted,
  type Converter,
  conversionFor,
  convertText,
  loadConverter,
} from '../domain/script/index.ts';
import { reportProblem, useSettings } from '../settings/index.ts';

/** How a document is shown: as the user last chose, else a traditional one converted, a simplified one as it is. */
export function scriptViewOf(
  document: Pick<DocumentSummary, 'id' | 'script'>,
  chosen: Readonly<Record<string, ScriptView>>,
): ScriptView {
  return chosen[document.id] ?? (document.script === 'hant' ? 'converted' : 'original');
}

/** The document's present view and the way to change it. */
export function useScriptView(document: DocumentSummary): readonly [ScriptView, (view: ScriptView) => void] {
  const chosen = useSettings((state) => state.settings.scriptViews);
  const change = useSettings((state) => state.change);
  return [
    scriptViewOf(document, chosen),
    (view) =>
      change({ scriptViews: { ...useSettings.getState().settings.scriptViews, [document.id]: view } }),
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
  const [converters, setConverters] =
    useState<Readonly<Partial<Record<Conversion, Converter | null>>>>(ready);
  const conversion = document === undefined || view === 'original' ? null : conversionFor(document.script);
  useEffect(() => {
    if (conversion === null) return;
    let current = true;
    const keep = (converter: Converter | null): void => {
      if (current && converter !== ready[conversion])
        setConverters((known) => ({ ...known, [conversion]: converter }));
    };
    loadConverter(conversion).then(keep, (error: unknown) => {
      reportProblem('problem.conversion', error);
      keep(null);
    });
    return () => {
      current = false;
    };
  }, [conversion]);
  return conversion === null ? null : converters[conversion];
}

/** Converters that were loaded before anything was drawn. */
const ready: Partial<Record<Conversion, Converter>> = {};

/**
 * Loads the converter that a document will be shown with, so that its text stands in the first frame
 * and not in a later one. What goes wrong here goes wrong again, and is said, when the document is shown.
 */
export async function prepareScript(
  document: DocumentSummary,
  chosen: Readonly<Record<string, ScriptView>>,
): Promise<void> {
  if (scriptViewOf(document, chosen) === 'original') return;
  const conversion = conversionFor(document.script);
  const converter = await loadConverter(conversion).catch(() => null);
  if (converter !== null) ready[conversion] = converter;
}

/** The displayed text of all blocks of one page (documents of one script); null while it cannot be known yet. */
export function useDisplayedText(
  contents: readonly DocumentContent[],
  converter: Converter | null | undefined,
): DisplayedText | null {
  return useMemo(
    () =>
      converter === undefined
        ? null
        : new Map(
            contents.flatMap(({ blocks }) =>
              blocks.map((block) => [block.id, convertText(block.text, converter)] as const),
            ),
          ),
    [contents, converter],
  );
}

/** The language tag of what is shown, for fonts, line breaking and screen readers. */
export function languageTag(
  document: Pick<DocumentSummary, 'script'>,
  view: ScriptView,
): 'zh-Hans' | 'zh-Hant' {
  return (document.script === 'hant') === (view === 'original') ? 'zh-Hant' : 'zh-Hans';
}

/** The language tag of a document's title; a title that the library gave is in simplified characters. */
export function titleLanguage(
  document: Pick<DocumentSummary, 'script' | 'inferredFields'>,
): 'zh-Hans' | 'zh-Hant' {
  return document.inferredFields.includes('title') ? 'zh-Hans' : languageTag(document, 'original');
}
