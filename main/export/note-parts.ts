import type { ExportChoice } from '../../preload/contract/index.ts';
import type { Translate } from '../../renderer/domain/strings/index.ts';
import { localDay } from '../../renderer/domain/validity/index.ts';
import { meaningOf, titleOf } from './arrange.ts';
import type { ExportDocument, ExportNote, ExportSet } from './export-set.ts';

/** What is said of something beside its words. */
export type Fact = { readonly label: string; readonly value: string };

/** A note as the readable formats (Word, web page, Markdown) set it out; what was not chosen or is not there is empty. */
export type NoteParts = {
  /** Headings and paragraph mark, with the document where the run does not say it. */
  readonly place: string;
  readonly quotes: readonly string[];
  /** A quote in simplified characters beside that in the original ones. */
  readonly secondQuote: string;
  /** Markdown. */
  readonly note: string;
  readonly facts: readonly Fact[];
};

/** Takes a note apart; `document` is given where it must be named with each note. */
export function partsOf(
  note: ExportNote,
  choice: ExportChoice,
  t: Translate,
  document: ExportDocument | null = null,
): NoteParts {
  const { annotation, mark } = note;
  const named = document === null ? [] : [titleOf(document, t)];
  const place = [...named, ...annotation.anchor.headingPath, mark].filter((part) => part !== '').join(' › ');
  const whole = annotation.scope === 'document' ? t('export.wholeDocument') : t('export.quote');
  const [quote = '', secondQuote = ''] = quotesOf(note, choice);
  return {
    place: place === '' ? whole : place,
    quotes: quote === '' ? [] : [quote],
    secondQuote,
    note: choice.note && annotation.note.trim() !== '' ? annotation.note.trimEnd() : '',
    facts: choice.metadata ? factsOf(note, t) : [],
  };
}

/** The quote in the scripts that were asked for; one where both are the same, none for a note on the whole document. */
function quotesOf({ annotation, simplified }: ExportNote, choice: ExportChoice): readonly string[] {
  const { exact } = annotation.anchor;
  if (!choice.quote || exact === '') return [];
  if (choice.quoteScript === 'original') return [exact];
  if (choice.quoteScript === 'simplified' || simplified === exact) return [simplified];
  return [exact, simplified];
}

function factsOf(note: ExportNote, t: Translate): readonly Fact[] {
  const { tags, status, due, createdAt, modifiedAt } = note.annotation;
  const created = localDay(new Date(createdAt));
  const modified = localDay(new Date(modifiedAt));
  return [
    { label: t('export.tags'), value: tags.map((tag) => `#${tag}`).join(' ') },
    { label: t('export.mark'), value: meaningOf(note, t) },
    { label: t('export.col.status'), value: status === null ? '' : t(`action.${status}`) },
    { label: t('export.col.due'), value: due ?? '' },
    { label: t('export.col.author'), value: note.author },
    { label: t('export.created'), value: created },
    { label: t('export.col.modifiedAt'), value: modified === created ? '' : modified },
    { label: t('export.col.evidence'), value: note.evidence ?? '' },
    { label: '', value: note.stale ? t('export.stale') : '' },
  ].filter(({ value }) => value !== '');
}

/** What is said of a document below its title; what the source does not say is left out. */
export function documentFacts(
  { content, validity }: ExportDocument,
  { exportedAt }: Pick<ExportSet, 'exportedAt'>,
  t: Translate,
): readonly Fact[] {
  if (content === null) return [];
  const { titleBasis, issuer, issuedOn } = content.document;
  const day = localDay(exportedAt);
  const holds = validity === null || validity === 'unstated' ? '' : t(`validity.${validity}`);
  return [
    { label: '', value: titleBasis === 'inferred' ? t('export.titleGiven') : '' },
    { label: t('field.issuer'), value: issuer ?? '' },
    { label: t('field.issuedOn'), value: issuedOn ?? '' },
    {
      label: t('field.validity'),
      value: holds === '' ? '' : t('export.validityOn', { validity: holds, day }),
    },
  ].filter(({ value }) => value !== '');
}

/** Facts on one line. */
export function factLine(facts: readonly Fact[]): string {
  return facts.map(({ label, value }) => (label === '' ? value : `${label}：${value}`)).join(' · ');
}

/** What stands at the head of an export: the house's title or ours, who prepared it, when. */
export function headOf(
  { exportedAt }: Pick<ExportSet, 'exportedAt'>,
  { template }: ExportChoice,
  t: Translate,
): { readonly title: string; readonly lines: readonly string[] } {
  const names = [template.unit, template.author].filter((name) => name !== '').join('　');
  return {
    title: template.title === '' ? t('export.heading') : template.title,
    lines: [
      ...(names === '' ? [] : [t('export.preparedBy', { names })]),
      t('export.exportedOn', { day: localDay(exportedAt) }),
    ],
  };
}
