import type { LibraryFact } from '../../preload/contract/index.ts';
import type { FactFormat } from '../../preload/contract/vocabulary.ts';
import { ask } from '../platform/reader.ts';
import { reportProblem, text } from '../settings/index.ts';
import { useNotices } from '../ui/notices.ts';

/** Exports facts in their order as a table, or those with a date as a calendar; main asks where to. */
export async function exportFacts(facts: readonly LibraryFact[], format: FactFormat): Promise<void> {
  try {
    const result = await ask('export.facts', { factIds: facts.map(({ id }) => id), format });
    if (result.outcome === 'cancelled') return;
    useNotices.getState().show({ tone: 'plain', text: sentenceOf(result) });
  } catch (error) {
    reportProblem('problem.exportFailed', error);
  }
}

type Exported =
  | { readonly outcome: 'nothing-dated' }
  | {
      readonly outcome: 'saved';
      readonly fileName: string;
      readonly factCount: number;
      readonly leftOut: number;
    };

function sentenceOf(result: Exported): string {
  const t = text();
  if (result.outcome === 'nothing-dated') return t('facts.nothingDated');
  const { fileName: file, factCount, leftOut } = result;
  const facts = t('count.facts', { count: factCount });
  return leftOut === 0
    ? t('facts.exported', { facts, file })
    : t('facts.exportedDated', { facts, file, leftOut });
}
