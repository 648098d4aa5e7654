import type { Place } from '../../preload/contract/index.ts';
import { placeAgain } from '../domain/anchors/index.ts';
import { text } from '../settings/index.ts';
import { useNotices } from '../ui/notices.ts';
import type { Parts } from './parts.ts';
import { usePositions } from './positions-store.ts';

/**
 * Where a page was last read; null when it never was. In another edition that is where the same words stand. Where
 * they do not, it is the section that they stood in, or the beginning, and a notice says so.
 */
export function placeLeft(parts: Parts): Place | null {
  const position = usePositions.getState().positions.get(parts.main.document.id);
  if (position === undefined) return null;
  const { place, anchor } = position;
  if (anchor === null || parts.has(anchor.documentId, anchor.editionHash)) return place;
  const part = parts.all.find(({ document }) => document.id === anchor.documentId);
  const again = part === undefined ? null : placeAgain(part, anchor);
  if (again?.by === 'words') return again.place;
  const t = text();
  const told = t(again === null ? 'reader.placeLost' : 'reader.placeOfSection');
  useNotices.getState().show({ tone: 'plain', text: told });
  return again?.place ?? null;
}
