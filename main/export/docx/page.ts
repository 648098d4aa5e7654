import {
  AlignmentType,
  BorderStyle,
  convertMillimetersToTwip,
  DocumentGridType,
  Footer,
  type ISectionOptions,
  type IStylesOptions,
  PageNumber,
  Paragraph,
  TextRun,
} from 'docx';
import typefaces from './typefaces.json';

const latin = 'Times New Roman';

/** The faces of official documents (GB/T 9704-2012, 5.2.3), by the names the standard's users know. */
type Face = keyof typeof typefaces;

/** A run's fonts: Word chooses by script, so that each must be named. */
export function fontOf(face: Face) {
  return { ascii: latin, hAnsi: latin, cs: latin, eastAsia: typefaces[face].name };
}

/** 3号, 4号, 2号, in half points. */
const size = { body: 32, small: 24, foot: 28, title: 44, head: 64 } as const;
/** The red of a document's head. */
const red = 'C00000';
const quoteGrey = '595959';

/**
 * A4 with the type area of GB/T 9704-2012: margins 37, 26, 35 and 28 mm, 22 lines of 28 characters on a grid (579 twips
 * a line; characters 842/4096 pt closer than 16 pt, measured with Word's own recipe), page numbers — 1 — in 4号宋体,
 * outside, one character in.
 */
export const section: Omit<ISectionOptions, 'children'> = {
  properties: {
    page: {
      size: { width: 11_906, height: 16_838 },
      margin: {
        top: convertMillimetersToTwip(37),
        right: convertMillimetersToTwip(26),
        bottom: convertMillimetersToTwip(35),
        left: convertMillimetersToTwip(28),
        footer: convertMillimetersToTwip(25),
      },
    },
    grid: { type: DocumentGridType.LINES_AND_CHARS, linePitch: 579, charSpace: -842 },
  },
  footers: { default: pageFoot('right'), even: pageFoot('left') },
};

function pageFoot(side: 'left' | 'right'): Footer {
  const run = { font: fontOf('song'), size: size.foot };
  return new Footer({
    children: [
      new Paragraph({
        alignment: side === 'left' ? AlignmentType.LEFT : AlignmentType.RIGHT,
        indent: side === 'left' ? { left: size.foot * 10 } : { right: size.foot * 10 },
        children: [
          new TextRun({ ...run, text: '— ' }),
          new TextRun({ ...run, children: [PageNumber.CURRENT] }),
          new TextRun({ ...run, text: ' —' }),
        ],
      }),
    ],
  });
}

/** The paragraph styles in use, by id; headings are Word's own, so that the outline shows them. */
export type StyleId =
  | 'Red'
  | 'Title'
  | 'Imprint'
  | 'Body'
  | 'Flush'
  | 'Right'
  | 'Words'
  | 'NoteText'
  | 'Facts'
  | 'Cell'
  | `Heading${1 | 2 | 3 | 4 | 5 | 6}`;

const ranks = [1, 2, 3, 4, 5, 6] as const;

/** GB/T 9704-2012: body 3号仿宋, two characters in; title 2号小标宋, centred. */
export const styles: IStylesOptions = {
  default: { document: { run: { font: fontOf('fangsong'), size: size.body } } },
  paragraphStyles: [
    {
      id: 'Red',
      name: 'Red head',
      run: { font: fontOf('title'), size: size.head, color: red },
      paragraph: {
        alignment: AlignmentType.CENTER,
        spacing: { after: 300 },
        border: { bottom: { style: BorderStyle.SINGLE, size: 18, color: red, space: 12 } },
      },
    },
    {
      id: 'Title',
      name: 'Title',
      run: { font: fontOf('title'), size: size.title },
      paragraph: {
        alignment: AlignmentType.CENTER,
        spacing: { before: 300, after: 300 },
        outlineLevel: 0,
        keepNext: true,
      },
    },
    {
      id: 'Imprint',
      name: 'Imprint',
      run: { font: fontOf('kai') },
      paragraph: { alignment: AlignmentType.CENTER },
    },
    {
      id: 'Body',
      name: 'Policy body',
      paragraph: { alignment: AlignmentType.BOTH, indent: { firstLine: 640, firstLineChars: 200 } },
    },
    { id: 'Flush', name: 'Flush', paragraph: { alignment: AlignmentType.BOTH } },
    {
      id: 'Right',
      name: 'Signature',
      paragraph: { alignment: AlignmentType.RIGHT, indent: { right: 1280 } },
    },
    {
      id: 'Words',
      name: 'Quoted words',
      paragraph: {
        alignment: AlignmentType.BOTH,
        indent: { left: 320 },
        border: { left: { style: BorderStyle.SINGLE, size: 24, color: 'BFB7A6', space: 8 } },
      },
    },
    {
      id: 'NoteText',
      name: 'Note',
      run: { font: fontOf('kai') },
      paragraph: { alignment: AlignmentType.BOTH },
    },
    {
      id: 'Facts',
      name: 'Facts',
      run: { size: size.small, color: quoteGrey },
      paragraph: { spacing: { after: 120 } },
    },
    { id: 'Cell', name: 'Table text', run: { size: size.small }, paragraph: { spacing: { line: 320 } } },
    ...ranks.map((rank) => ({
      id: `Heading${rank}`,
      name: `heading ${rank}`,
      basedOn: 'Normal',
      next: 'Body',
      run: { font: fontOf(rank === 1 ? 'hei' : rank === 2 ? 'kai' : 'fangsong'), size: size.body },
      paragraph: { outlineLevel: rank - 1, keepNext: true, indent: { firstLine: 640, firstLineChars: 200 } },
    })),
  ],
};

/**
 * word/fontTable.xml: what to take for the faces of official documents, which are licensed and often missing (never
 * bundled): 小标宋 by 宋体, 仿宋_GB2312 by 仿宋 and so on (alternate names, ECMA-376, 17.8.3.1).
 */
export const fontTable =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
  '<w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">' +
  Object.values(typefaces)
    .map(
      ({ name, others }) =>
        `<w:font w:name="${name}"><w:altName w:val="${others}"/><w:charset w:val="86"/><w:pitch w:val="variable"/></w:font>`,
    )
    .join('') +
  '</w:fonts>';
