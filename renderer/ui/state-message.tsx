import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';

type Props = {
  readonly icon: LucideIcon;
  readonly title: string;
  readonly detail?: ReactNode;
  readonly tone?: 'plain' | 'problem';
  /** Where nothing else heads the page, the title is its heading. */
  readonly heads?: boolean;
  readonly action?: { readonly label: string; readonly run: () => void };
};

/** The empty or the error state of a view: what is the case, what is safe, one thing to do. */
export function StateMessage({ icon: Icon, title, detail, tone = 'plain', heads = false, action }: Props) {
  return (
    <div className={`state-message state-${tone}`} role={tone === 'problem' ? 'alert' : undefined}>
      <Icon size={28} strokeWidth={1.5} aria-hidden="true" />
      {heads ? <h1 className="state-title">{title}</h1> : <p className="state-title">{title}</p>}
      {detail !== undefined && <div className="state-detail">{detail}</div>}
      {action !== undefined && (
        <button type="button" className="button button-main" onClick={action.run}>
          {action.label}
        </button>
      )}
    </div>
  );
}
