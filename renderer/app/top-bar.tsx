import { ArrowLeft, ArrowRight, CircleHelp, Moon, PanelLeft, PanelRight, Settings, Sun } from 'lucide-react';
import { useAnnotations } from '../annotations/index.ts';
import { ExportButton } from '../export/index.ts';
import { useLibrary } from '../library/index.ts';
import { useActiveDocumentId, useNavigation } from '../platform/navigation.ts';
import { BesideButton } from '../reading/index.ts';
import { ScriptSwitch } from '../script/index.ts';
import { SearchBox } from '../search/index.ts';
import { togglePanel, usePanel, useText } from '../settings/index.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { useDialogs } from './dialogs-store.ts';
import { toggleTheme, useDark } from './theme.ts';

/** The bar above everything: name, history, search, and what concerns the open document. */
export function TopBar() {
  const t = useText();
  const left = usePanel('left');
  const right = usePanel('right');
  const { past, future, back, forward } = useNavigation();
  const documentId = useActiveDocumentId();
  const document = useLibrary((state) => (documentId === null ? undefined : state.byId.get(documentId)));
  const annotations = useAnnotations((state) => state.annotations);
  const show = useDialogs((state) => state.show);
  const dark = useDark();
  const count =
    document && [...annotations.values()].filter(({ anchor }) => anchor.documentId === document.id).length;
  return (
    <header className={`top-bar ${document === undefined ? '' : 'top-bar-document'}`}>
      <div className="brand">
        <span className="seal" aria-hidden="true">
          策
        </span>
        <span className="brand-name">{t('app.name')}</span>
      </div>
      <IconButton
        icon={PanelLeft}
        label={t('menu.toggleLeftPanel')}
        pressed={left}
        tip="below-start"
        onPress={() => togglePanel('left')}
      />
      <IconButton icon={ArrowLeft} label={t('nav.back')} disabled={past.length === 0} onPress={back} />
      <IconButton
        icon={ArrowRight}
        label={t('nav.forward')}
        disabled={future.length === 0}
        onPress={forward}
      />
      <SearchBox />
      <span className="bar-space" />
      {document !== undefined && <ScriptSwitch document={document} />}
      <BesideButton />
      <IconButton
        icon={Settings}
        label={t('settings.title')}
        tip="below-end"
        onPress={() => show('settings')}
      />
      <IconButton
        icon={dark ? Sun : Moon}
        label={t('menu.toggleTheme')}
        tip="below-end"
        onPress={toggleTheme}
      />
      <IconButton
        icon={CircleHelp}
        label={t('menu.shortcuts')}
        tip="below-end"
        onPress={() => show('shortcuts')}
      />
      {document !== undefined && (
        <>
          <ExportButton documentId={document.id} count={count ?? 0} />
          <IconButton
            icon={PanelRight}
            label={t('menu.toggleRightPanel')}
            tip="left"
            pressed={right}
            onPress={() => togglePanel('right')}
          />
        </>
      )}
    </header>
  );
}
