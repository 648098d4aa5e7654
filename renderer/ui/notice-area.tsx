import { X } from 'lucide-react';
import { useEffect } from 'react';
import { IconButton } from './icon-button.tsx';
import { type Notice, useNotices } from './notices.ts';

const shownFor = 6000;

/** Where notices appear. A live region, so that a screen reader says them; a problem stays until dismissed. */
export function NoticeArea({ closeLabel }: { readonly closeLabel: string }) {
  const notices = useNotices((state) => state.notices);
  return (
    <div className="notices" role="status" aria-live="polite">
      {notices.map((notice) => (
        <NoticeBox key={notice.id} notice={notice} closeLabel={closeLabel} />
      ))}
    </div>
  );
}

function NoticeBox({ notice, closeLabel }: { readonly notice: Notice; readonly closeLabel: string }) {
  const dismiss = useNotices((state) => state.dismiss);
  useEffect(() => {
    if (notice.tone === 'problem') return;
    const timer = setTimeout(() => dismiss(notice.id), shownFor);
    return () => clearTimeout(timer);
  }, [notice, dismiss]);
  return (
    <div className={`notice notice-${notice.tone}`}>
      <span>{notice.text}</span>
      {notice.action !== undefined && (
        <button
          type="button"
          className="button notice-action"
          onClick={() => {
            notice.action?.run();
            dismiss(notice.id);
          }}
        >
          {notice.action.label}
        </button>
      )}
      <IconButton icon={X} label={closeLabel} onPress={() => dismiss(notice.id)} />
    </div>
  );
}
