import type { ICommentOptions } from 'docx';
import type { Translate } from '../../../renderer/domain/strings/index.ts';
import { meaningOf } from '../arrange.ts';
import type { ExportNote } from '../export-set.ts';
import { factLine } from '../note-parts.ts';
import { legalInXml } from '../xml-text.ts';
import { noteParagraphs } from './note-paragraphs.ts';
import { paragraph } from './texts.ts';

/** A note as a comment: its text, then on a line what kind of mark it is, tags, status and due day. */
export function commentFor(note: ExportNote, id: number, t: Translate): ICommentOptions {
  const { annotation, author } = note;
  const { tags, status, due } = annotation;
  const facts = [
    { label: '', value: meaningOf(note, t) },
    { label: t('export.tags'), value: tags.map((tag) => `#${tag}`).join(' ') },
    { label: t('export.col.status'), value: status === null ? '' : t(`action.${status}`) },
    { label: t('export.col.due'), value: due ?? '' },
  ].filter(({ value }) => value !== '');
  // Word shows a comment of nobody as one of "Author"; who has not given a name is not given another's.
  const name = legalInXml(author === '' ? t('app.name') : author);
  return {
    id,
    author: name,
    initials: [...name][0] ?? '',
    date: new Date(annotation.modifiedAt),
    children: [
      ...(annotation.note.trim() === '' ? [] : noteParagraphs(annotation.note.trimEnd(), 'Flush')),
      paragraph('Facts', factLine(facts)),
    ],
  };
}
