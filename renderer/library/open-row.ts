import type { DocumentId } from '../../preload/contract/index.ts';
import { openBeside, openDocument } from '../platform/navigation.ts';
import { useList } from './list-store.ts';

/** Opens a document of the list, which is come back to at this document; `beside` the one read last. */
export function openRow(id: DocumentId, beside = false): void {
  useList.setState({ opened: id });
  if (beside) openBeside(id);
  else openDocument(id);
}
