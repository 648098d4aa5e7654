import type { PrintJob } from '../../preload/contract/index.ts';
import { type Converter, languageTag } from '../domain/script/index.ts';
import { translatorOf } from '../domain/strings/index.ts';
import { numberedNotes } from './numbered-notes.ts';
import { PrintedNote } from './printed-note.tsx';
import { PrintedPart } from './printed-part.tsx';

type Props = { readonly job: PrintJob; readonly converter: Converter | null };

/** A document as it goes to paper: its parts one after the other, its notes beside or behind the text. */
export function PrintedPages({ job, converter }: Props) {
  const t = translatorOf(job.language);
  const { notes: where, highlights, scriptView } = job.request;
  const marks = numberedNotes(
    job.parts.map(({ content }) => content),
    job.annotations,
    where !== 'none',
  );
  const noted = marks.filter(({ number }) => number !== null);
  return (
    <div className={`pages pages-${noted.length > 0 ? where : 'none'} face-${job.typeface}`}>
      {job.parts.map(({ content, measures }) => (
        <article key={content.document.id} className="part" lang={languageTag(content.document, scriptView)}>
          <PrintedPart
            content={content}
            measures={measures}
            marks={marks.filter(({ annotation }) => annotation.anchor.documentId === content.document.id)}
            beside={where === 'margin'}
            highlights={highlights}
            converter={converter}
            job={job}
          />
        </article>
      ))}
      {where === 'end' && noted.length > 0 && (
        <section className="end-notes">
          <h2>{t('nav.notes')}</h2>
          {noted.map((note) => (
            <PrintedNote key={note.annotation.id} note={note} converter={converter} job={job} quoted />
          ))}
        </section>
      )}
      <footer className="colophon">{t('print.colophon', { day: job.day })}</footer>
    </div>
  );
}
