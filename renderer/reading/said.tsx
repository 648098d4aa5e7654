import { create } from 'zustand';

const useSaid = create<{ readonly words: string }>(() => ({ words: '' }));

/** Has a screen reader say something that sighted users see on the page itself. */
export function say(words: string): void {
  useSaid.setState({ words });
}

/** The live region behind `say`. */
export function Said() {
  const words = useSaid((state) => state.words);
  return (
    <p className="visually-hidden" role="status">
      {words}
    </p>
  );
}
