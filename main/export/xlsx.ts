import { strToU8, Zip, ZipDeflate } from 'fflate';
import type { Column } from './columns.ts';
import { mayBeFormula } from './csv.ts';
import { joined } from './join-bytes.ts';
import type { Pace } from './pace.ts';
import { asXml } from './xml-text.ts';

/** A sheet of texts. Its name is at most 31 characters without any of `[]:*?/\`. */
export type Sheet = {
  readonly name: string;
  readonly columns: readonly Column[];
  readonly rows: Iterable<readonly string[]>;
  readonly rowCount: number;
};

export type Workbook = {
  readonly sheets: readonly Sheet[];
  readonly title: string;
  readonly author: string;
  readonly madeAt: Date;
  /** What is put in place of the end of a text that a cell cannot hold. */
  readonly cut: (left: number) => string;
};

/** What Excel takes in a cell; a longer text makes it "repair" the file. */
const longestCell = 32_767;

/**
 * A workbook (ECMA-376, SpreadsheetML) of texts: head frozen, filter over all columns, widths as given, texts wrapped.
 * Every cell is an inline string in the text format, what could be a formula also with quotePrefix, so that nothing is
 * computed, not even when a cell is edited. Rows are written and compressed one by one.
 * @throws the reason of the pace's signal
 */
export async function workbookOf(
  { sheets, title, author, madeAt, cut }: Workbook,
  pace: Pace,
): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error !== null) throw error;
    chunks.push(chunk);
  });
  const add = (path: string): ZipDeflate => {
    const file = new ZipDeflate(path, { level: 6 });
    file.mtime = madeAt;
    zip.add(file);
    return file;
  };
  const whole = (path: string, text: string): void => void add(path).push(strToU8(head + text), true);
  whole('[Content_Types].xml', contentTypes(sheets.length));
  whole('_rels/.rels', packageRelations);
  whole('docProps/core.xml', coreProperties(title, author, madeAt));
  whole('xl/workbook.xml', workbookPart(sheets));
  whole('xl/_rels/workbook.xml.rels', workbookRelations(sheets.length));
  whole('xl/styles.xml', styles);
  const total = sheets.reduce((sum, { rowCount }) => sum + rowCount, 0);
  let done = 0;
  for (const [index, { columns, rows, rowCount }] of sheets.entries()) {
    const file = add(`xl/worksheets/sheet${index + 1}.xml`);
    const put = (text: string, last = false): void => file.push(strToU8(text), last);
    put(head + sheetHead(columns, index === 0));
    put(
      rowXml(
        1,
        columns.map(({ label }) => label),
        () => headStyle,
        cut,
      ),
    );
    let at = 1;
    for (const row of rows) {
      at += 1;
      done += 1;
      put(rowXml(at, row, (text) => (mayBeFormula(text) ? guardedStyle : textStyle), cut));
      await pace(done, total);
    }
    put(sheetFoot(columns.length, rowCount), true);
  }
  zip.end();
  await pace(total, total);
  return joined(chunks);
}

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packaged = 'http://schemas.openxmlformats.org/package/2006';
const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

const headStyle = 1;
const textStyle = 2;
const guardedStyle = 3;

const top = '<alignment vertical="top" wrapText="1"/>';
const styles =
  `<styleSheet xmlns="${main}">` +
  '<fonts count="2"><font><sz val="11"/><name val="SimSun"/></font><font><b/><sz val="11"/><name val="SimSun"/></font></fonts>' +
  '<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>' +
  '<fill><patternFill patternType="solid"><fgColor rgb="FFECE7DC"/></patternFill></fill></fills>' +
  '<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="4"><xf/>' +
  `<xf numFmtId="49" fontId="1" fillId="2" applyNumberFormat="1" applyFont="1" applyFill="1" applyAlignment="1">${top}</xf>` +
  `<xf numFmtId="49" applyNumberFormat="1" applyAlignment="1">${top}</xf>` +
  `<xf numFmtId="49" quotePrefix="1" applyNumberFormat="1" applyAlignment="1">${top}</xf>` +
  '</cellXfs></styleSheet>';

const packageRelations =
  `<Relationships xmlns="${packaged}/relationships">` +
  `<Relationship Id="r1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/>` +
  `<Relationship Id="r2" Type="${packaged}/relationships/metadata/core-properties" Target="docProps/core.xml"/>` +
  '</Relationships>';

function contentTypes(count: number): string {
  const sheets = numbers(count).map(
    (number) =>
      `<Override PartName="/xl/worksheets/sheet${number}.xml" ContentType="${spreadsheet}.worksheet+xml"/>`,
  );
  return (
    `<Types xmlns="${packaged}/content-types">` +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    '<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>' +
    `<Override PartName="/xl/workbook.xml" ContentType="${spreadsheet}.sheet.main+xml"/>` +
    `<Override PartName="/xl/styles.xml" ContentType="${spreadsheet}.styles+xml"/>${sheets.join('')}</Types>`
  );
}

function coreProperties(title: string, author: string, madeAt: Date): string {
  const moment = madeAt.toISOString().replace(/\.\d+/, '');
  return (
    `<cp:coreProperties xmlns:cp="${packaged}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"` +
    ' xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">' +
    `<dc:title>${asXml(title)}</dc:title><dc:creator>${asXml(author)}</dc:creator>` +
    `<dcterms:created xsi:type="dcterms:W3CDTF">${moment}</dcterms:created></cp:coreProperties>`
  );
}

/** LibreOffice and Excel find the filter and the repeated head by these names. */
function workbookPart(sheets: readonly Sheet[]): string {
  const entries = sheets.map(
    ({ name }, index) => `<sheet name="${asXml(name)}" sheetId="${index + 1}" r:id="r${index + 1}"/>`,
  );
  const names = sheets.map(({ name, columns, rowCount }, index) => {
    const quoted = `'${asXml(name).replaceAll("'", "''")}'`;
    const last = columnName(columns.length);
    return (
      `<definedName name="_xlnm._FilterDatabase" localSheetId="${index}" hidden="1">${quoted}!$A$1:$${last}$${rowCount + 1}</definedName>` +
      `<definedName name="_xlnm.Print_Titles" localSheetId="${index}">${quoted}!$1:$1</definedName>`
    );
  });
  return (
    `<workbook xmlns="${main}" xmlns:r="${relations}"><sheets>${entries.join('')}</sheets>` +
    `<definedNames>${names.join('')}</definedNames></workbook>`
  );
}

function workbookRelations(count: number): string {
  const sheets = numbers(count).map(
    (number) =>
      `<Relationship Id="r${number}" Type="${relations}/worksheet" Target="worksheets/sheet${number}.xml"/>`,
  );
  return (
    `<Relationships xmlns="${packaged}/relationships">${sheets.join('')}` +
    `<Relationship Id="styles" Type="${relations}/styles" Target="styles.xml"/></Relationships>`
  );
}

function sheetHead(columns: readonly Column[], selected: boolean): string {
  const widths = columns.map(
    ({ width }, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`,
  );
  return (
    `<worksheet xmlns="${main}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>` +
    `<sheetViews><sheetView${selected ? ' tabSelected="1"' : ''} workbookViewId="0">` +
    '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>' +
    `<sheetFormatPr defaultRowHeight="15"/><cols>${widths.join('')}</cols><sheetData>`
  );
}

function sheetFoot(columnCount: number, rowCount: number): string {
  return (
    `</sheetData><autoFilter ref="A1:${columnName(columnCount)}${rowCount + 1}"/>` +
    '<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>' +
    '<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/></worksheet>'
  );
}

function rowXml(
  at: number,
  texts: readonly string[],
  styleOf: (text: string) => number,
  cut: Workbook['cut'],
): string {
  const cells = texts.map((text, index) =>
    text === ''
      ? ''
      : `<c r="${columnName(index + 1)}${at}" s="${styleOf(text)}" t="inlineStr"><is><t xml:space="preserve">${cellText(text, cut)}</t></is></c>`,
  );
  return `<row r="${at}">${cells.join('')}</row>`;
}

/** XML reads a lone CR as LF anyhow; `_x000D_` in a text would be read as an escape (ECMA-376, 22.9.2.19). */
function cellText(text: string, cut: Workbook['cut']): string {
  const lines = text.replace(/\r\n?/g, '\n');
  return asXml(shortened(lines, cut)).replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');
}

function shortened(text: string, cut: Workbook['cut']): string {
  if (text.length <= longestCell) return text;
  const room = longestCell - cut(text.length).length;
  return text.slice(0, room) + cut(text.length - room);
}

/** 1 is A, 27 is AA. */
function columnName(number: number): string {
  const letter = String.fromCharCode(65 + ((number - 1) % 26));
  return number <= 26 ? letter : columnName(Math.floor((number - 1) / 26)) + letter;
}

function numbers(count: number): readonly number[] {
  return Array.from({ length: count }, (_, index) => index + 1);
}
