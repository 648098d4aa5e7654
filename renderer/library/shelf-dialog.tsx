import { lazy, Suspense } from 'react';
import { useShelfQuestion } from './shelf-question.ts';

const Questions = lazy(() =>
  import('./shelf-questions.tsx').then((module) => ({ default: module.ShelfQuestions })),
);

/** The dialogs about folders and tags; fetched when the first is opened. */
export function ShelfDialog() {
  const question = useShelfQuestion((state) => state.question);
  if (question === null) return null;
  return (
    <Suspense>
      <Questions question={question} />
    </Suspense>
  );
}
