import { type MarkStyle, markStyles } from '../../preload/contract/vocabulary.ts';
import { onMac } from '../platform/on-mac.ts';
import { useMarkMeaning, useSettings, useText } from '../settings/index.ts';

type Props = {
  /** The styles that are chosen; null where a press does something at once and nothing stays chosen. */
  readonly chosen: ReadonlySet<MarkStyle> | null;
  readonly onChoose: (style: MarkStyle) => void;
};

/**
 * The five colours and the underline, each named by its colour, what the user means by it and, in the tooltip, the key
 * that does the same, where one does.
 */
export function StyleButtons({ chosen, onChoose }: Props) {
  return markStyles.map((style) => (
    <StyleButton key={style} style={style} chosen={chosen} onChoose={onChoose} />
  ));
}

function StyleButton({ style, chosen, onChoose }: Props & { readonly style: MarkStyle }) {
  const t = useText();
  const bareKeys = useSettings((state) => state.settings.bareKeys);
  const name = t('mark.named', { colour: t(`mark.${style}`), meaning: useMarkMeaning(style) });
  const digit = markStyles.indexOf(style) + 1;
  // Where bare keys are switched off, the digits work with Alt (see marking-keys.ts).
  const key = bareKeys ? digit : `${onMac ? '⌥' : 'Alt+'}${digit}`;
  return (
    <button
      type="button"
      className={`swatch swatch-${style} tip tip-above`}
      aria-label={name}
      aria-pressed={chosen?.has(style)}
      data-tip={chosen === null ? `${name} ${key}` : name}
      // Taking the focus would take the selection away from the text.
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => onChoose(style)}
    >
      {style === 'underline' ? <span aria-hidden="true">U</span> : null}
    </button>
  );
}
