import { ArrowUpRight } from 'lucide-react';
import { useId } from 'react';
import type { Backlink, Citation, DocumentSummary } from '../../preload/contract/index.ts';
import { standingOf } from '../domain/citations/index.ts';
import { useLibrary } from '../library/index.ts';
import { openDocument } from '../platform/navigation.ts';
import { languageTag } from '../script/index.ts';
import { useText } from '../settings/index.ts';
import { abbreviationsOf, citedOf } from './information.ts';
import { jumpWithin } from './jump.ts';

const relations = ['repeals', 'cites', 'lists'] as const;

/** Where other documents of the library repeal this one, cite it, or list it as a part of theirs. */
export function BacklinkLists({ backlinks }: { readonly backlinks: readonly Backlink[] }) {
  const t = useText();
  const byId = useLibrary((state) => state.byId);
  if (backlinks.length === 0)
    return (
      <ListSection heading={t('information.cites')}>
        <p className="information-none">{t('information.noBacklinks')}</p>
      </ListSection>
    );
  return relations.map((relation) => {
    const links = backlinks.filter((link) => link.relation === relation);
    if (links.length === 0) return null;
    return (
      <ListSection key={relation} heading={t(`information.${relation}`)}>
        <ul>
          {links.map(({ documentId, title, blockId, start, end, text }) => {
            const source = byId.get(documentId);
            return (
              <li key={`${blockId} ${start}`}>
                <button
                  type="button"
                  className="information-link"
                  lang={source && languageTag(source, 'original')}
                  onClick={() =>
                    openDocument(documentId, { blockId, offset: start, marks: [{ blockId, start, end }] })
                  }
                >
                  {title}
                  <ArrowUpRight size={12} strokeWidth={1.75} aria-hidden="true" />
                </button>
                <p className="information-quote" lang={source && languageTag(source, 'original')}>
                  {text}
                </p>
              </li>
            );
          })}
        </ul>
      </ListSection>
    );
  });
}

type CitationsProps = { readonly document: DocumentSummary; readonly citations: readonly Citation[] };

/** What the document cites, and the short names that it gives to what it cites. */
export function CitationLists({ document, citations }: CitationsProps) {
  const t = useText();
  const lang = languageTag(document, 'original');
  const cited = citedOf(citations);
  const abbreviations = abbreviationsOf(citations);
  return (
    <>
      <ListSection heading={t('information.citations')}>
        {cited.length === 0 ? (
          <p className="information-none">{t('information.noCitations')}</p>
        ) : (
          <ul>
            {cited.map(({ key, first, places }) => (
              <li key={key}>
                <CitedTitle citation={first} lang={lang} />
                <p className="information-facts">
                  {first.documentNumber !== null && first.documentNumber !== first.text && (
                    <span lang={lang}>{first.documentNumber}</span>
                  )}
                  <Standing citation={first} />
                  <PlacesButton places={places} document={document} />
                </p>
              </li>
            ))}
          </ul>
        )}
      </ListSection>
      {abbreviations.length > 0 && (
        <ListSection heading={t('information.abbreviations')}>
          <ul>
            {abbreviations.map(({ key, first, places }) => (
              <li key={key}>
                <p lang={lang}>{first.text}</p>
                <p className="information-quote" lang={lang}>
                  {first.resolvesTo}
                </p>
                <p className="information-facts">
                  <PlacesButton places={places} document={document} />
                </p>
              </li>
            ))}
          </ul>
        </ListSection>
      )}
    </>
  );
}

type ListProps = { readonly heading: string; readonly children: React.ReactNode };

function ListSection({ heading, children }: ListProps) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="information-list">
      <h2 id={id}>{heading}</h2>
      {children}
    </section>
  );
}

type CitedProps = { readonly citation: Citation; readonly lang: string };

/** What is in the library opens from its title. */
function CitedTitle({ citation: { text, targetDocumentId }, lang }: CitedProps) {
  if (targetDocumentId === null) return <p lang={lang}>{text}</p>;
  return (
    <button
      type="button"
      className="information-link"
      lang={lang}
      onClick={() => openDocument(targetDocumentId)}
    >
      {text}
      <ArrowUpRight size={12} strokeWidth={1.75} aria-hidden="true" />
    </button>
  );
}

function Standing({ citation }: { readonly citation: Citation }) {
  const t = useText();
  const standing = standingOf(citation);
  if (standing === 'absent') return <span>{t('passage.notInLibrary')}</span>;
  const { kind } = citation;
  if (standing === 'none' && (kind === 'series' || kind === 'form' || kind === 'not-a-document'))
    return <span>{t(`information.${kind}`)}</span>;
  return null;
}

type PlacesProps = { readonly places: readonly Citation[]; readonly document: DocumentSummary };

/** How often it is cited; leads to the first place, with all of them marked. */
function PlacesButton({ places, document }: PlacesProps) {
  const t = useText();
  const [first] = places;
  if (first === undefined) return null;
  const jump = (): void =>
    jumpWithin(document.id, {
      blockId: first.blockId,
      offset: first.start,
      marks: places.map(({ blockId, start, end }) => ({ blockId, start, end })),
    });
  return (
    <button type="button" className="table-link" onClick={jump}>
      <ArrowUpRight size={12} strokeWidth={1.75} aria-hidden="true" />
      {t('table.inBody', { place: t('count.places', { count: places.length }) })}
    </button>
  );
}
