import type { CSSProperties } from 'react';
import type { Typography } from '../../preload/contract/index.ts';

type Typeset = {
  readonly style: CSSProperties;
  readonly 'data-typeface': Typography['typeface'];
  readonly 'data-indent': Typography['indent'];
  readonly 'data-justify': Typography['justify'];
};

/** What an element of the class `typeset` needs so that its text is set as the user wants it. */
export function typeset({ typeface, fontSize, lineHeight, measure, indent, justify }: Typography): Typeset {
  const properties: Readonly<Record<`--${string}`, string | number>> = {
    '--size': `${fontSize}px`,
    '--leading': lineHeight / 100,
    '--measure': `${measure}em`,
  };
  return {
    style: properties,
    'data-typeface': typeface,
    'data-indent': indent,
    'data-justify': justify,
  };
}
