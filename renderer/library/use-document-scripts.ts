import { useMemo } from 'react';
import type { DocumentId } from '../../preload/contract/index.ts';
import type { Converter } from '../domain/script/index.ts';
import { languageTag, scriptViewOf, useConverter } from '../script/index.ts';
import { useSettings } from '../settings/index.ts';
import { useLibrary } from './library-store.ts';

export type ShownScript = { readonly converter: Converter | null; readonly lang: string | undefined };

const asStored: ShownScript = { converter: null, lang: undefined };

/**
 * How the words of each document are shown: as in the reader, where each document keeps a script of its own.
 * Null while the tables of a conversion are being loaded.
 */
export function useDocumentScripts(): ((documentId: DocumentId) => ShownScript) | null {
  const documents = useLibrary((state) => state.documents);
  const byId = useLibrary((state) => state.byId);
  const chosen = useSettings((state) => state.settings.scriptViews);
  const converted = documents.filter((document) => scriptViewOf(document, chosen) === 'converted');
  const toSimplified = useConverter(
    converted.find(({ script }) => script === 'hant'),
    'converted',
  );
  const toTraditional = useConverter(
    converted.find(({ script }) => script === 'hans'),
    'converted',
  );
  return useMemo(() => {
    if (toSimplified === undefined || toTraditional === undefined) return null;
    // The same answer for the same document, so that a row of a list need not be drawn again.
    const known = new Map<DocumentId, ShownScript>();
    return (documentId) => {
      const document = byId.get(documentId);
      if (document === undefined) return asStored;
      const view = scriptViewOf(document, chosen);
      const converter = document.script === 'hant' ? toSimplified : toTraditional;
      const shown = known.get(documentId) ?? {
        converter: view === 'converted' ? converter : null,
        lang: languageTag(document, view),
      };
      known.set(documentId, shown);
      return shown;
    };
  }, [byId, chosen, toSimplified, toTraditional]);
}
