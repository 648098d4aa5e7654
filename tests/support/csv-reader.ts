/** Reads CSV as RFC 4180 says, byte order mark aside. @throws Error for what breaks it */
export function readCsv(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [];
  const body = text.replace(/^\uFEFF/, '');
  let row: string[] = [];
  for (let at = 0; at < body.length; ) {
    const field = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/y;
    field.lastIndex = at;
    const match = field.exec(body);
    if (match === null) throw new Error(`no field at ${at}: ${body.slice(at, at + 20)}`);
    const [whole, quoted, plain = '', end] = match;
    row.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end === '\r\n') {
      rows.push(row);
      row = [];
    }
    at += whole.length;
  }
  if (row.length > 0) throw new Error('the last row has no end');
  return rows;
}
