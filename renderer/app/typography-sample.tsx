import type { Typography } from '../../preload/contract/index.ts';
import { useText } from '../settings/index.ts';
import { typeset } from '../ui/typeset.ts';

/** A few lines set as documents are: the three faces of headings and a paragraph. */
export function TypographySample({ typography }: { readonly typography: Typography }) {
  const t = useText();
  return (
    <div className="typeset sample" lang="zh-Hans" {...typeset(typography)}>
      <div className="sample-column">
        <p className="block-heading heading-hei">{t('sample.heading')}</p>
        <p className="block-paragraph">{t('sample.paragraph')}</p>
        <p className="block-heading heading-kai">{t('sample.subheading')}</p>
        <p className="block-paragraph">{t('sample.next')}</p>
      </div>
    </div>
  );
}
