import type { DocumentSummary } from '../../../preload/contract/documents.ts';
import type { ScriptView } from '../../../preload/contract/settings.ts';

/** The language tag of what is shown, for fonts, line breaking and screen readers. */
export const languageTag = (
  document: Pick<DocumentSummary, 'script'>,
  view: ScriptView,
): 'zh-Hans' | 'zh-Hant' => ((document.script === 'hant') === (view === 'original') ? 'zh-Hant' : 'zh-Hans');
