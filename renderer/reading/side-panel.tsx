import { NotebookPen } from 'lucide-react';
import { useEffect, useMemo } from 'react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import type { BlockId, DocumentContent } from '../../preload/contract/index.ts';
import { AnnotationCard, byPlace, useAnnotations } from '../annotations/index.ts';
import { paragraphMark, resolveAnchor } from '../domain/anchors/index.ts';
import { convertText } from '../domain/script/index.ts';
import { openDocument } from '../platform/navigation.ts';
import { languageTag, useConverter, useScriptView } from '../script/index.ts';
import { useText } from '../settings/index.ts';
import { StateMessage } from '../ui/state-message.tsx';
import { InformationPanel } from './information-panel.tsx';
import { OutlinePanel } from './outline-panel.tsx';
import { usePanelPage } from './panel-page.ts';

type Props = { readonly content: DocumentContent; readonly current: BlockId | null };

/** What is about the document: its outline, its notes, what is known of it. */
export function SidePanel({ content, current }: Props) {
  const t = useText();
  const all = useAnnotations((state) => state.annotations);
  // Only a note of this document turns the page: the one last pointed at may stand in another.
  const wanted = useAnnotations(({ editing, selected, annotations }) => {
    const id = editing ?? selected;
    const of = id === null ? undefined : annotations.get(id)?.anchor.documentId;
    return of === content.document.id ? id : null;
  });
  const [view] = useScriptView(content.document);
  const converter = useConverter(content.document, view);
  const { page, turnTo } = usePanelPage();
  const notes = useMemo(
    () => [...all.values()].filter(({ anchor }) => anchor.documentId === content.document.id).sort(byPlace),
    [all, content],
  );
  useEffect(() => {
    if (wanted !== null) turnTo('notes');
  }, [wanted, turnTo]);
  return (
    <aside className="panel" aria-label={t('panel.label')}>
      <Tabs selectedKey={page} onSelectionChange={(key) => turnTo(String(key))} className="tabs">
        <TabList aria-label={t('panel.label')} className="tab-list">
          <Tab id="outline" className="tab">
            {t('panel.outline')}
          </Tab>
          <Tab id="notes" className="tab">
            {notes.length === 0 ? t('nav.notes') : `${t('nav.notes')} ${notes.length}`}
          </Tab>
          <Tab id="information" className="tab">
            {t('panel.information')}
          </Tab>
        </TabList>
        <TabPanel id="outline" className="tab-panel">
          <OutlinePanel content={content} current={current} />
        </TabPanel>
        <TabPanel id="notes" className="tab-panel">
          {notes.length === 0 ? (
            <StateMessage icon={NotebookPen} title={t('notes.none')} detail={t('notes.noneHere')} />
          ) : (
            notes.map((annotation) => (
              <AnnotationCard
                key={annotation.id}
                annotation={annotation}
                mark={paragraphMark(content, annotation.anchor.start.blockId)}
                quote={convertText(annotation.anchor.exact, converter ?? null).text}
                quoteLang={languageTag(content.document, view)}
                stale={resolveAnchor(content, annotation.anchor) === 'stale'}
                onJump={() => openDocument(content.document.id, { ...annotation.anchor.start, marks: [] })}
              />
            ))
          )}
        </TabPanel>
        <TabPanel id="information" className="tab-panel">
          <InformationPanel document={content.document} />
        </TabPanel>
      </Tabs>
    </aside>
  );
}
