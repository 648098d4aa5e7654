import { create } from 'zustand';
import type { Anchor, Annotation, AnnotationId, AnnotationScope } from '../../preload/contract/index.ts';
import { ask } from '../platform/reader.ts';
import { type CollectionChange, savedCollection } from '../platform/saved-collection.ts';
import { reportProblem } from '../settings/index.ts';

/** What the note editor holds before it is saved; it stays until main has acknowledged it. */
export type Draft = {
  readonly note: string;
  readonly tags: string;
  readonly due: string | null;
  readonly status: Annotation['status'];
};

/** What the user may change of an annotation. */
export type Content = Pick<Annotation, 'style' | 'note' | 'tags' | 'due' | 'status'>;

type Rows = ReadonlyMap<AnnotationId, Annotation>;

type AnnotationsStore = {
  /** Those in use; those in the trash are in `trashed`. */
  readonly annotations: Rows;
  readonly trashed: Rows;
  /** The one whose card is open for editing, and the drafts of all that were ever left unsaved. */
  readonly editing: AnnotationId | null;
  readonly drafts: ReadonlyMap<AnnotationId, Draft>;
  /** The one the user last pointed at, in the text or in the list. */
  readonly selected: AnnotationId | null;
  /** The one whose card takes the keyboard focus as soon as it is shown. */
  readonly awaited: AnnotationId | null;
  readonly open: (annotations: readonly Annotation[]) => void;
  readonly create: (
    anchor: Anchor,
    content: Partial<Content> & Pick<Content, 'style'>,
    scope?: AnnotationScope,
  ) => Promise<Annotation | null>;
  readonly edit: (id: AnnotationId, content: Partial<Content>) => Promise<boolean>;
  /**
   * Changes many at once, as one step of the history: all of them on disk or none. `alter` returns the annotation
   * itself to leave it alone. False when main could not write; the user has then been told.
   */
  readonly editMany: (
    ids: Iterable<AnnotationId>,
    alter: (annotation: Annotation) => Annotation,
  ) => Promise<boolean>;
  /** Puts annotations into the trash, or takes them out again. */
  readonly trash: (ids: Iterable<AnnotationId>) => Promise<boolean>;
  readonly putBack: (ids: Iterable<AnnotationId>) => Promise<boolean>;
  /** Removes annotations of the trash for good; undo brings them back as long as the window is open. */
  readonly erase: (ids: Iterable<AnnotationId>) => Promise<boolean>;
  readonly startEditing: (id: AnnotationId | null) => void;
  readonly keepDraft: (id: AnnotationId, draft: Draft | null) => void;
  readonly select: (id: AnnotationId | null) => void;
  readonly awaitCard: (id: AnnotationId | null) => void;
};

/** The user's annotations. Nothing is shown as saved before main has it on disk. */
export const useAnnotations = create<AnnotationsStore>((set, get) => {
  const move = savedCollection<Annotation>(
    (change) => ask('annotations.apply', change),
    (change) =>
      set(({ annotations, trashed }) => ({
        annotations: part(annotations, change, ({ trashedAt }) => trashedAt === null),
        trashed: part(trashed, change, ({ trashedAt }) => trashedAt !== null),
      })),
  );
  const change = async (...changes: Parameters<typeof move>): Promise<boolean> => {
    try {
      await move(...changes);
      return true;
    } catch (error) {
      reportProblem('problem.noteNotSaved', error);
      return false;
    }
  };
  const known = (id: AnnotationId): Annotation | undefined =>
    get().annotations.get(id) ?? get().trashed.get(id);
  const editMany: AnnotationsStore['editMany'] = (ids, alter) =>
    change(
      [...ids].flatMap((id) => {
        const before = known(id);
        const after = before === undefined ? undefined : alter(before);
        return before === undefined || after === undefined || after === before ? [] : [{ before, after }];
      }),
    );

  return {
    annotations: new Map(),
    trashed: new Map(),
    editing: null,
    drafts: new Map(),
    selected: null,
    awaited: null,
    open: (annotations) => {
      const entries = annotations.map((annotation) => [annotation.id, annotation] as const);
      set({
        annotations: new Map(entries.filter(([, { trashedAt }]) => trashedAt === null)),
        trashed: new Map(entries.filter(([, { trashedAt }]) => trashedAt !== null)),
      });
    },
    create: async (anchor, content, scope = 'text') => {
      const now = new Date().toISOString();
      const annotation: Annotation = {
        note: '',
        tags: [],
        due: null,
        status: null,
        ...content,
        id: crypto.randomUUID() as AnnotationId,
        scope,
        anchor,
        createdAt: now,
        modifiedAt: now,
        trashedAt: null,
        carried: null,
      };
      return (await change([{ before: null, after: annotation }])) ? annotation : null;
    },
    edit: async (id, content) =>
      known(id) !== undefined &&
      editMany([id], (before) => ({ ...before, ...content, modifiedAt: new Date().toISOString() })),
    editMany,
    trash: (ids) => {
      const now = new Date().toISOString();
      return editMany(ids, (annotation) => ({ ...annotation, trashedAt: annotation.trashedAt ?? now }));
    },
    putBack: (ids) => editMany(ids, (annotation) => ({ ...annotation, trashedAt: null })),
    erase: (ids) =>
      change(
        [...ids].flatMap((id) => {
          const before = get().trashed.get(id);
          return before === undefined ? [] : [{ before, after: null }];
        }),
      ),
    startEditing: (id) => set({ editing: id }),
    keepDraft: (id, draft) =>
      set(({ drafts }) => {
        const next = new Map(drafts);
        if (draft === null) next.delete(id);
        else next.set(id, draft);
        return { drafts: next };
      }),
    select: (id) => set({ selected: id }),
    awaitCard: (id) => set({ awaited: id }),
  };
});

/** The rows of one part (in use, or in the trash) after a change; the very same map when it is not concerned. */
function part(
  rows: Rows,
  { put, remove }: CollectionChange<Annotation>,
  belongs: (annotation: Annotation) => boolean,
): Rows {
  const leaving = [...remove, ...put.filter((row) => !belongs(row)).map(({ id }) => id)];
  const coming = put.filter(belongs);
  if (coming.length === 0 && !leaving.some((id) => rows.has(id))) return rows;
  const next = new Map(rows);
  for (const id of leaving) next.delete(id);
  for (const row of coming) next.set(row.id, row);
  return next;
}
