import { ChevronDown, ChevronUp, X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { usePane } from '../platform/panes.ts';
import type { DisplayedText } from '../script/index.ts';
import { useText } from '../settings/index.ts';
import { focusView } from '../ui/focus.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { paintCurrent, paintFound } from './find-painter.ts';
import { useFind } from './find-store.ts';
import { selectFound } from './found-place.ts';
import type { Parts } from './parts.ts';
import { useFound } from './use-find.ts';
import { useFindWalk } from './use-find-walk.ts';

type Props = {
  readonly parts: Parts;
  readonly page: HTMLElement;
  /** The element that holds all text. */
  readonly root: HTMLElement;
  readonly displayed: DisplayedText;
};

// The bar comes with the page, so that what is typed just after its key is not lost; what it searches with comes later.
/** Finds words in all that is on the page: a field, how many places there are, and the way from one to the next. */
export function FindBar({ parts, page, root, displayed }: Props) {
  const t = useText();
  const { id: pane } = usePane();
  const field = useRef<HTMLInputElement>(null);
  const { query, request } = useFind();
  // What is being composed by an input method is not yet what is looked for.
  const [composing, setComposing] = useState(false);
  const [typed, setTyped] = useState(query);
  const found = useFound(parts.all, query);
  const { at, step } = useFindWalk(found?.query === query ? found : null, { parts, page, root, displayed });
  const current = at === null ? undefined : found?.places[at];

  useEffect(() => setTyped(query), [query]);
  // Whatever opened the bar: who asked for it goes on typing. The key of the next place alone leaves the focus.
  useEffect(() => takeFocus(field.current), []);
  useEffect(() => {
    if (request.kind === 'open') takeFocus(field.current);
    else step(request.kind === 'next' ? 1 : -1);
  }, [request, step]);
  useEffect(() => {
    if (found === null || found.places.length === 0) return undefined;
    return paintFound(root, found.places, displayed);
  }, [root, found, displayed]);
  useEffect(() => {
    return current === undefined ? undefined : paintCurrent(root, current, displayed);
  }, [root, current, displayed]);
  // Another document begins without the bar; in the other pane it stays open.
  useEffect(
    () => () => {
      if (useFind.getState().pane === pane) useFind.setState({ open: false });
    },
    [pane],
  );

  const close = (): void => {
    const { opener } = useFind.getState();
    useFind.setState({ open: false });
    if (current !== undefined) selectFound(page, current, displayed);
    else if (opener?.isConnected === true && opener !== document.body) opener.focus();
    else focusView();
  };
  const nothing = found !== null && found.places.length === 0 && found.query !== '';
  return (
    <search
      className="find-bar"
      aria-label={t('find.label')}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing || event.key !== 'Escape') return;
        event.preventDefault();
        event.stopPropagation();
        close();
      }}
    >
      <input
        ref={field}
        type="search"
        className="find-field"
        value={typed}
        placeholder={t('find.label')}
        aria-label={t('find.label')}
        aria-keyshortcuts="Control+F Meta+F"
        spellCheck={false}
        autoComplete="off"
        onCompositionStart={() => setComposing(true)}
        onCompositionEnd={(event) => {
          setComposing(false);
          useFind.setState({ query: event.currentTarget.value });
        }}
        onChange={(event) => {
          setTyped(event.target.value);
          if (!composing) useFind.setState({ query: event.target.value });
        }}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing || event.key !== 'Enter') return;
          event.preventDefault();
          step(event.shiftKey ? -1 : 1);
        }}
      />
      <span className={`find-count ${nothing ? 'find-nothing' : ''}`} role="status">
        {found === null || found.query === ''
          ? ''
          : nothing
            ? t('find.nothing')
            : t('find.count', { at: (at ?? 0) + 1, all: found.places.length })}
      </span>
      <IconButton
        icon={ChevronUp}
        label={t('find.previous')}
        tip="below-end"
        disabled={current === undefined}
        onPress={() => step(-1)}
      />
      <IconButton
        icon={ChevronDown}
        label={t('find.next')}
        tip="below-end"
        disabled={current === undefined}
        onPress={() => step(1)}
      />
      <IconButton icon={X} label={t('find.close')} tip="below-end" onPress={close} />
      {found?.problem != null && found.problem !== 'empty' && (
        <p className="find-problem">{t(`query.${found.problem}`)}</p>
      )}
    </search>
  );
}

function takeFocus(field: HTMLInputElement | null): void {
  field?.focus();
  field?.select();
}
