import { defaultSettings } from '../../preload/contract/default-settings.ts';
import type { DocumentId, Settings, Typography } from '../../preload/contract/index.ts';
import { useSettings } from './settings-store.ts';

/** How a document is set: by its own typography where the user gave it one, else by that of all. */
function typographyOf(
  { typography, documentTypography }: Pick<Settings, 'typography' | 'documentTypography'>,
  documentId: DocumentId | null,
): Typography {
  return (documentId === null ? undefined : documentTypography[documentId]) ?? typography;
}

export function useTypography(documentId: DocumentId | null): Typography {
  return useSettings(({ settings }) => typographyOf(settings, documentId));
}

/** Changes the typography of one document where it has its own, else that of all. */
export function changeTypography(
  documentId: DocumentId | null,
  alter: (old: Typography) => Typography,
): void {
  const { settings, change } = useSettings.getState();
  const { typography, documentTypography } = settings;
  const own = documentId === null ? undefined : documentTypography[documentId];
  if (documentId === null || own === undefined) change({ typography: alter(typography) });
  else change({ documentTypography: { ...documentTypography, [documentId]: alter(own) } });
}

/** Gives a document a typography of its own, which begins as that of all, or takes it away. */
export function setTypographyApart(documentId: DocumentId, apart: boolean): void {
  const { settings, change } = useSettings.getState();
  const { [documentId]: _, ...others } = settings.documentTypography;
  change({
    documentTypography: apart ? { ...others, [documentId]: typographyOf(settings, documentId) } : others,
  });
}

/** Brings back the usual typography, of one document where it has its own, else of all. */
export function resetTypography(documentId: DocumentId | null): void {
  changeTypography(documentId, () => defaultSettings.typography);
}
