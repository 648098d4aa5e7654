import { randomUUID } from 'node:crypto';
import type {
  Annotation,
  AnnotationId,
  BlockId,
  Bookmark,
  BookmarkId,
  DocumentId,
  Folder,
  FolderId,
  ReadingPosition,
  Shelf,
} from '../../preload/contract/index.ts';

const editionHash = 'a'.repeat(64);

type AnnotationSketch = Partial<Omit<Annotation, 'anchor'>> & {
  readonly anchor?: Partial<Annotation['anchor']>;
};

/** An annotation that keeps the contract; a test says what matters to it. */
export function annotation({ anchor, ...rest }: AnnotationSketch = {}): Annotation {
  const blockId = anchor?.start?.blockId ?? ('002-b0001' as BlockId);
  return {
    id: randomUUID() as AnnotationId,
    scope: 'text',
    style: 'yellow',
    note: '要点：**养老金**调整',
    tags: ['民生', '上海'],
    due: null,
    status: null,
    createdAt: '2026-11-22T04:05:06.789Z',
    modifiedAt: '2026-11-22T04:05:06.789Z',
    trashedAt: null,
    carried: null,
    ...rest,
    anchor: {
      documentId: '002' as DocumentId,
      editionHash,
      start: { blockId, offset: 0 },
      end: { blockId, offset: 4 },
      exact: '稳步提高',
      prefix: '',
      suffix: '养老金',
      headingPath: ['一、主要目标'],
      ...anchor,
    },
  };
}

export function bookmark(rest: Partial<Bookmark> = {}): Bookmark {
  return {
    id: randomUUID() as BookmarkId,
    documentId: '002' as DocumentId,
    editionHash,
    blockId: '002-b0001' as BlockId,
    label: '稳步提高养老金',
    name: '',
    folder: '',
    createdAt: '2026-11-22T04:05:06.789Z',
    ...rest,
  };
}

export function position(rest: Partial<ReadingPosition> = {}): ReadingPosition {
  return {
    documentId: '002' as DocumentId,
    place: { blockId: '002-b0001' as BlockId, offset: 2 },
    anchor: null,
    progress: 0.25,
    readAt: '2026-11-22T04:05:06.789Z',
    ...rest,
  };
}

export function folder(rest: Partial<Folder> = {}): Folder {
  return { id: randomUUID() as FolderId, name: '人才政策', ord: 1, ...rest };
}

export function shelf(rest: Partial<Shelf> = {}): Shelf {
  return { id: '002' as DocumentId, folderIds: [randomUUID() as FolderId], tags: ['年度'], ...rest };
}
