import type { ReactNode } from 'react';

type Props = {
  readonly title: string;
  /** What of the document is shown, where it is not its text. */
  readonly kind: string;
  readonly children?: ReactNode;
};

/** The line above each of two panes: what it shows. */
export function PaneHead({ title, kind, children }: Props) {
  return (
    <header className="pane-head">
      {kind !== '' && <span className="pill">{kind}</span>}
      <span className="pane-title">{title}</span>
      {children}
    </header>
  );
}
