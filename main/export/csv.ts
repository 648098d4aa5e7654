/** What a spreadsheet may take for a formula when a cell begins with it (OWASP ASVS 1.2.10), full-width forms too. */
const formulaStart = /^[=+\-@\t\r\n\0＝＋－＠]/;
const plainNumber = /^-?\d+(?:\.\d+)?$/;

/**
 * Rows as CSV (RFC 4180) that spreadsheets open as UTF-8: byte order mark, CRLF after every row. A cell that could
 * become a formula gets an apostrophe before it; a plain number, a negative one too, stays a number.
 */
export function csvOf(rows: readonly (readonly string[])[]): string {
  const lines = rows.map((row) => `${row.map((cell) => quoted(guarded(cell))).join(',')}\r\n`);
  return `\uFEFF${lines.join('')}`;
}

/** Whether a spreadsheet could take a cell for a formula. */
export function mayBeFormula(cell: string): boolean {
  return formulaStart.test(cell) && !plainNumber.test(cell);
}

function guarded(cell: string): string {
  return mayBeFormula(cell) ? `'${cell}` : cell;
}

function quoted(cell: string): string {
  return /[",\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
