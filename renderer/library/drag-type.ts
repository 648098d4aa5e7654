/** What is dragged, as its kind in the drag data. */
export const dragType = {
  document: 'application/x-policy-reader-document',
  folder: 'application/x-policy-reader-folder',
} as const;
