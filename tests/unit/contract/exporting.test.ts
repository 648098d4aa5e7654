import { expect, test } from 'vitest';
import { defaultExportChoice, exportRequestSchema, noteFormats } from '../../../preload/contract/index.ts';

test('what a user begins with is a request of every format, and no more can be asked for', () => {
  for (const format of noteFormats) {
    const request = { format, selection: { documentIds: null }, choice: defaultExportChoice };
    expect(exportRequestSchema.parse(request)).toEqual(request);
    expect(exportRequestSchema.safeParse({ ...request, path: '/tmp/x' }).success).toBe(false);
    expect(exportRequestSchema.safeParse({ ...request, selection: { documentIds: [] } }).success).toBe(false);
  }
});
