import { type MarkStyle, markStyles } from '../../preload/contract/vocabulary.ts';
import { useMarkMeaning, useText } from '../settings/index.ts';

type Props = {
  /** The styles that are chosen; null where a press does something at once and nothing stays chosen. */
  readonly chosen: ReadonlySet<MarkStyle> | null;
  readonly onChoose: (style: MarkStyle) => void;
};

/** The five colours and the underline, each named by its colour, what the user means by it and, in the tooltip, its key. */
export function StyleButtons({ chosen, onChoose }: Props) {
  return markStyles.map((style) => (
    <StyleButton key={style} style={style} chosen={chosen} onChoose={onChoose} />
  ));
}

function StyleButton({ style, chosen, onChoose }: Props & { readonly style: MarkStyle }) {
  const t = useText();
  const name = t('mark.named', { colour: t(`mark.${style}`), meaning: useMarkMeaning(style) });
  return (
    <button
      type="button"
      className={`swatch swatch-${style} tip tip-above`}
      aria-label={name}
      aria-pressed={chosen?.has(style)}
      data-tip={`${name} ${markStyles.indexOf(style) + 1}`}
      // Taking the focus would take the selection away from the text.
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => onChoose(style)}
    >
      {style === 'underline' ? <span aria-hidden="true">U</span> : null}
    </button>
  );
}
