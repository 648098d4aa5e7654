import type { Image, ImageKind } from '../../main/storage/journal/image.ts';
import type { RowChange } from '../../main/storage/journal/record-format.ts';

/** The smallest image there can be: rows in a map. */
export type MapImage = Image & { readonly rows: ReadonlyMap<string, string> };

export const mapImages: ImageKind<MapImage> = {
  schema: 1,
  compat: 1,
  empty: () => imageOf(new Map()),
  load: (bytes) => imageOf(new Map(JSON.parse(new TextDecoder().decode(bytes)) as [string, string][])),
};

function imageOf(rows: Map<string, string>): MapImage {
  return {
    rows,
    schema: () => 1,
    migrate: () => undefined,
    apply: (changes) => {
      for (const { id, row } of changes) {
        if (row === null) rows.delete(id);
        else rows.set(id, String(row.text));
      }
      return true;
    },
    export: () => new TextEncoder().encode(JSON.stringify([...rows])),
    close: () => undefined,
  };
}

export const put = (id: string, text: string): RowChange => ({ table: 'rows', id, row: { id, text } });
export const removed = (id: string): RowChange => ({ table: 'rows', id, row: null });
