import { create } from 'zustand';
import type { Anchor, Annotation, AnnotationId } from '../../preload/contract/index.ts';
import { ask } from '../platform/reader.ts';
import { savedCollection } from '../platform/saved-collection.ts';
import { reportProblem } from '../settings/index.ts';

/** What the note editor holds before it is saved; it stays until main has acknowledged it. */
export type Draft = { readonly note: string; readonly tags: string };

type Content = Pick<Annotation, 'style' | 'note' | 'tags'>;

type AnnotationsStore = {
  readonly annotations: ReadonlyMap<AnnotationId, Annotation>;
  /** The one whose card is open for editing, and the drafts of all that were ever left unsaved. */
  readonly editing: AnnotationId | null;
  readonly drafts: ReadonlyMap<AnnotationId, Draft>;
  /** The one the user last pointed at, in the text or in the list. */
  readonly selected: AnnotationId | null;
  /** The one whose card takes the keyboard focus as soon as it is shown. */
  readonly awaited: AnnotationId | null;
  readonly open: (annotations: readonly Annotation[]) => void;
  readonly create: (anchor: Anchor, content: Content) => Promise<Annotation | null>;
  readonly edit: (id: AnnotationId, content: Partial<Content>) => Promise<boolean>;
  readonly remove: (id: AnnotationId) => Promise<boolean>;
  /** Puts back an annotation that was removed, as it was. */
  readonly restore: (annotation: Annotation) => Promise<boolean>;
  readonly startEditing: (id: AnnotationId | null) => void;
  readonly keepDraft: (id: AnnotationId, draft: Draft | null) => void;
  readonly select: (id: AnnotationId | null) => void;
  readonly awaitCard: (id: AnnotationId | null) => void;
};

/** The user's annotations. Nothing is shown as saved before main has it on disk. */
export const useAnnotations = create<AnnotationsStore>((set, get) => {
  const move = savedCollection<Annotation>(
    (change) => ask('annotations.apply', change),
    (update) => set(({ annotations }) => ({ annotations: update(annotations) })),
  );
  const change = async (before: Annotation | null, after: Annotation | null): Promise<boolean> => {
    try {
      await move(before, after);
      return true;
    } catch (error) {
      reportProblem('problem.noteNotSaved', error);
      return false;
    }
  };

  return {
    annotations: new Map(),
    editing: null,
    drafts: new Map(),
    selected: null,
    awaited: null,
    open: (annotations) =>
      set({ annotations: new Map(annotations.map((annotation) => [annotation.id, annotation])) }),
    create: async (anchor, content) => {
      const now = new Date().toISOString();
      const annotation: Annotation = {
        id: crypto.randomUUID() as AnnotationId,
        anchor,
        ...content,
        createdAt: now,
        modifiedAt: now,
      };
      return (await change(null, annotation)) ? annotation : null;
    },
    edit: async (id, content) => {
      const before = get().annotations.get(id);
      if (before === undefined) return false;
      return change(before, { ...before, ...content, modifiedAt: new Date().toISOString() });
    },
    remove: async (id) => {
      const before = get().annotations.get(id);
      return before !== undefined && change(before, null);
    },
    restore: (annotation) => change(null, annotation),
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
