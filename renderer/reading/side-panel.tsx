import { Suspense, useEffect, useMemo } from 'react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import type { Annotation, BlockId } from '../../preload/contract/index.ts';
import { useAnnotations } from '../annotations/index.ts';
import { FactsPanel } from '../facts/index.ts';
import { openDocument } from '../platform/navigation.ts';
import { useConverter, useScriptView } from '../script/index.ts';
import { useText } from '../settings/index.ts';
import { Skeleton } from '../ui/skeleton.tsx';
import { InformationPanel } from './information-panel.tsx';
import { NotesPanel } from './notes-panel.tsx';
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
  const wanted = useAnnotations(({ editing, selected, annotations, begun }) => {
    const id = editing ?? selected;
    const note = id === null ? undefined : (annotations.get(id) ?? begun.get(id)?.annotation);
    const of = note?.anchor.documentId;
    return of !== undefined && parts.ids.has(of) ? id : null;
  });
  const [view] = useScriptView(content.document);
  const converter = useConverter(content.document, view);
  const { page, turnTo } = usePanelPage();
  const begun = useAnnotations((state) => state.begun);
  // One that is only being written has its card too, but is no note yet that would be counted.
  const [notes, count] = useMemo(() => {
    const here = ({ anchor }: Annotation): boolean => parts.ids.has(anchor.documentId);
    const saved = [...all.values()].filter(here);
    const fresh = [...begun.values()].map(({ annotation }) => annotation).filter(here);
    return [[...saved, ...fresh], saved.length] as const;
  }, [all, begun, parts]);
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
            {count === 0 ? t('nav.notes') : `${t('nav.notes')} ${count}`}
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
          <NotesPanel parts={parts} notes={notes} view={view} converter={converter ?? null} />
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
