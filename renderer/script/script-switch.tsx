import type { DocumentSummary } from '../../preload/contract/index.ts';
import { useText } from '../settings/index.ts';
import { Segmented } from '../ui/segmented.tsx';
import { useScriptView } from './script-view.ts';

/** 原文 / 简体 for a traditional document, 原文 / 繁體 for a simplified one. */
export function ScriptSwitch({ document }: { readonly document: DocumentSummary }) {
  const t = useText();
  const [view, setView] = useScriptView(document);
  return (
    <Segmented
      label={t('script.label')}
      value={view}
      onChange={setView}
      options={[
        { value: 'original', label: t('script.original') },
        document.script === 'hant'
          ? { value: 'converted', label: t('script.simplified'), lang: 'zh-Hans' }
          : { value: 'converted', label: t('script.traditional'), lang: 'zh-Hant' },
      ]}
    />
  );
}
