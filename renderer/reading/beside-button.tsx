import { Columns2 } from 'lucide-react';
import { lazy, Suspense, useEffect, useRef } from 'react';
import { useNavigation } from '../platform/navigation.ts';
import { useText } from '../settings/index.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { toggleBesideMenu, useBesideChoice } from './beside-store.ts';

const BesideMenu = lazy(() => import('./beside-menu.tsx').then((module) => ({ default: module.BesideMenu })));

/** Opens the menu of what can stand beside the text. */
export function BesideButton() {
  const t = useText();
  const button = useRef<HTMLButtonElement>(null);
  const open = useBesideChoice((state) => state.open);
  const route = useNavigation((state) => state.route);
  // The focus goes back to where it was; where that was the pane that is gone, it would be lost.
  useEffect(() => {
    if (open === null) return;
    return () => {
      const restored = (): void => {
        if (document.activeElement === document.body) button.current?.focus();
      };
      requestAnimationFrame(() => requestAnimationFrame(restored));
    };
  }, [open]);
  if (route.view !== 'reader') return null;
  return (
    <>
      <IconButton
        ref={button}
        icon={Columns2}
        label={t('panes.menu')}
        pressed={route.beside !== undefined}
        tip="below-end"
        onPress={toggleBesideMenu}
      />
      {open !== null && (
        <Suspense>
          <BesideMenu button={button} documentId={route.documentId} beside={route.beside} />
        </Suspense>
      )}
    </>
  );
}
