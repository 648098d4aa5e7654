import type { Fact } from '../../preload/contract/index.ts';
import { useText } from '../settings/index.ts';
import { comparatorWords } from './fact-text.ts';

type Props = { readonly fact: Fact; readonly raw: string; readonly lang: string | undefined };

/** The value as printed, with the comparator in words. */
export function FactValue({ fact, raw, lang }: Props) {
  const { before, after } = comparatorWords(fact, useText());
  return (
    <>
      {before !== '' && <span className="fact-comparator">{before} </span>}
      <b lang={lang}>{raw}</b>
      {after !== '' && <span className="fact-comparator"> {after}</span>}
    </>
  );
}
