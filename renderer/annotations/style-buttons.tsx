import { type MarkStyle, markStyles } from '../../preload/contract/vocabulary.ts';
import { useText } from '../settings/index.ts';

type Props = { readonly value: MarkStyle | null; readonly onChoose: (style: MarkStyle) => void };

/** The five colours and the underline, each named by its colour and, in the tooltip, its key. */
export function StyleButtons({ value, onChoose }: Props) {
  const t = useText();
  return markStyles.map((style, index) => (
    <button
      key={style}
      type="button"
      className={`swatch swatch-${style} tip tip-above`}
      aria-label={t(`mark.${style}`)}
      aria-pressed={value === null ? undefined : value === style}
      data-tip={`${t(`mark.${style}`)} ${index + 1}`}
      // Taking the focus would take the selection away from the text.
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => onChoose(style)}
    >
      {style === 'underline' ? <span aria-hidden="true">U</span> : null}
    </button>
  ));
}
