import type { ReactNode } from 'react';
import type { Piece } from '../domain/editions/index.ts';

type Props = {
  readonly pieces: readonly Piece[];
  /** Whether what is not the same is gone from this text's successor or new in it. */
  readonly side: 'old' | 'new';
  readonly lang: string | undefined;
};

/** A passage with its differences as deletions or insertions, and the quote marked within its context. */
export function ComparedText({ pieces, side, lang }: Props) {
  const Difference = side === 'old' ? 'del' : 'ins';
  const quoted: ReactNode[] = [];
  const before: ReactNode[] = [];
  const after: ReactNode[] = [];
  let offset = 0;
  for (const piece of pieces) {
    const part = piece.same ? piece.text : <Difference key={offset}>{piece.text}</Difference>;
    const list = piece.quoted ? quoted : quoted.length === 0 ? before : after;
    list.push(part);
    offset += piece.text.length;
  }
  return (
    <p className="review-text" lang={lang}>
      {before}
      <mark>{quoted}</mark>
      {after}
    </p>
  );
}
