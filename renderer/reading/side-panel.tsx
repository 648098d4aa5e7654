import { NotebookPen } from 'lucide-react';
import { Suspense, useEffect, useMemo } from 'react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import type { BlockId } from '../../preload/contract/index.ts';
import { AnnotationCard, useAnnotations } from '../annotations/index.ts';
import { paragraphMark, resolveAnchor } from '../domain/anchors/index.ts';
import { byPlace } from '../domain/notes/index.ts';
import { convertText } from '../domain/script/index.ts';
import { FactsPanel } from '../facts/index.ts';
import { openDocument } from '../platform/navigation.ts';
import { languageTag, useConverter, useScriptView } from '../script/index.ts';
import { useText } from '../settings/index.ts';
import { Skeleton } from '../ui/skeleton.tsx';
import { StateMessage } from '../ui/state-message.tsx';
import { InformationPanel } from './information-panel.tsx';
import { OutlinePanel } from './outline-panel.tsx';
import { usePanelPage } from './panel-page.ts';
import type { Parts } from './parts.ts';

type Props = { readonly parts: Parts; readonly current: BlockId | null };

/** What is about the document: its outline, its notes, what is known of it; of a compilation, of the part being read. */
export function SidePanel({ parts, current }: Props) {
  const t = useText();
  const content = (current === null ? undefined : parts.partOf(current)) ?? parts.main;
  const all = useAnnotations((state) => state.annotations);
  // Only a note on this page turns to the notes: the one last pointed at may stand in another document.
  const wanted = useAnnotations(({ editing, selected, annotations }) => {
    const id = editing ?? selected;
    const of = id === null ? undefined : annotations.get(id)?.anchor.documentId;
    return of !== undefined && parts.ids.has(of) ? id : null;
  });
  const [view] = useScriptView(content.document);
  const converter = useConverter(content.document, view);
  const { page, turnTo } = usePanelPage();
  const notes = useMemo(
    () => [...all.values()].filter(({ anchor }) => parts.ids.has(anchor.documentId)).sort(byPlace),
    [all, parts],
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
          <Tab id="facts" className="tab">
            {t('panel.facts')}
          </Tab>
          <Tab id="information" className="tab">
            {t('panel.information')}
          </Tab>
        </TabList>
        <TabPanel id="outline" className="tab-panel">
          <OutlinePanel parts={parts} current={current} />
        </TabPanel>
        <TabPanel id="notes" className="tab-panel">
          {notes.length === 0 ? (
            <StateMessage icon={NotebookPen} title={t('notes.none')} detail={t('notes.noneHere')} />
          ) : (
            notes.map((annotation) => {
              const { start, exact, documentId } = annotation.anchor;
              const part = parts.all.find(({ document }) => document.id === documentId) ?? parts.main;
              return (
                <AnnotationCard
                  key={annotation.id}
                  annotation={annotation}
                  mark={paragraphMark(part, start.blockId)}
                  quote={convertText(exact, converter ?? null).text}
                  quoteLang={languageTag(part.document, view)}
                  stale={resolveAnchor(part, annotation.anchor) === 'stale'}
                  onJump={() => openDocument(documentId, { ...start, marks: [] }, parts.main.document.id)}
                />
              );
            })
          )}
        </TabPanel>
        <TabPanel id="facts" className="tab-panel">
          <Suspense fallback={<Skeleton label={t('reader.loading')} />}>
            <FactsPanel
              content={content}
              onOpen={(place) => openDocument(content.document.id, place, parts.main.document.id)}
            />
          </Suspense>
        </TabPanel>
        <TabPanel id="information" className="tab-panel">
          <InformationPanel document={content.document} />
        </TabPanel>
      </Tabs>
    </aside>
  );
}
