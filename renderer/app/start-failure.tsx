import { TriangleAlert } from 'lucide-react';
import { codeOf } from '../platform/reader.ts';
import { useText } from '../settings/index.ts';
import { StateMessage } from '../ui/state-message.tsx';

/** Shown in place of everything when main could not even answer the first question. */
export function StartFailure({ error }: { readonly error: unknown }) {
  const t = useText();
  return (
    <main className="view start-failure">
      <StateMessage
        icon={TriangleAlert}
        tone="problem"
        heads
        title={t('problem.start')}
        detail={t(`error.${codeOf(error)}`)}
        action={{ label: t('problem.tryAgain'), run: () => location.reload() }}
      />
    </main>
  );
}
