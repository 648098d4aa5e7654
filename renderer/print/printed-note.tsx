import type { PrintJob } from '../../preload/contract/index.ts';
import { type Converter, convertText } from '../domain/script/index.ts';
import { translatorOf } from '../domain/strings/index.ts';
import { NoteText } from '../ui/note-text.tsx';
import type { NumberedNote } from './numbered-notes.ts';

type Props = {
  readonly note: NumberedNote;
  readonly converter: Converter | null;
  readonly job: PrintJob;
  /** Whether the words it is about are printed with it, as behind the text. */
  readonly quoted: boolean;
};

/** A note beside or behind the text, by its number. */
export function PrintedNote({ note: { annotation, number }, converter, job, quoted }: Props) {
  const t = translatorOf(job.language);
  const { anchor, style, note, tags, due, status } = annotation;
  const facts = [
    job.meanings[style] ?? t(`meaning.${style}`),
    ...tags.map((tag) => `#${tag}`),
    due === null ? null : t('print.due', { day: due }),
    status === null ? null : t(`print.status.${status}`),
  ].filter((fact) => fact !== null);
  return (
    <aside className={`note note-${style}`}>
      {number !== null && <span className="note-number">{number}</span>}
      {quoted && anchor.exact !== '' && <blockquote>{convertText(anchor.exact, converter).text}</blockquote>}
      {note !== '' && <NoteText markdown={note} />}
      <p className="note-facts">{facts.join(' · ')}</p>
    </aside>
  );
}
