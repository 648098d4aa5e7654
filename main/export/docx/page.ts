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
 * A4 with the type area of GB/T 9704-2012: margins 37, 26, 35 and 28 mm, a grid of 22 lines (579 twips each), page
 * numbers — 1 — in 4号宋体, outside, one character in. 28 characters of 16 pt are 2 mm wider than the type area: they
 * stand 0.2 pt closer (`closer`), not on a grid of characters, which LibreOffice sets with 18 a line.
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
    grid: { type: DocumentGridType.LINES, linePitch: 579 },
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

/** Twentieths of a point between characters of the body. */
const closer = -4;

const inBody = { firstLine: 640, firstLineChars: 200 } as const;

function heading(rank: number, face: Face) {
  return {
    run: { font: fontOf(face), size: size.body, color: '000000' },
    paragraph: { outlineLevel: rank - 1, keepNext: true, indent: inBody },
  };
}

/**
 * GB/T 9704-2012: body 3号仿宋, two characters in; title 2号小标宋, centred; 黑体 and 楷体 for the first two ranks.
 */
export const styles: IStylesOptions = {
  default: {
    document: { run: { font: fontOf('fangsong'), size: size.body } },
    title: {
      run: { font: fontOf('title'), size: size.title },
      paragraph: {
        alignment: AlignmentType.CENTER,
        spacing: { before: 300, after: 300 },
        outlineLevel: 0,
        keepNext: true,
      },
    },
    heading1: heading(1, 'hei'),
    heading2: heading(2, 'kai'),
    heading3: heading(3, 'fangsong'),
    heading4: heading(4, 'fangsong'),
    heading5: heading(5, 'fangsong'),
    heading6: heading(6, 'fangsong'),
  },
  paragraphStyles: [
    {
      id: 'Normal',
      name: 'Normal',
      run: { font: fontOf('fangsong'), size: size.body, characterSpacing: closer },
    },
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
      id: 'Imprint',
      name: 'Imprint',
      basedOn: 'Normal',
      run: { font: fontOf('kai') },
      paragraph: { alignment: AlignmentType.CENTER },
    },
    {
      id: 'Body',
      name: 'Policy body',
      basedOn: 'Normal',
      paragraph: { alignment: AlignmentType.BOTH, indent: inBody },
    },
    { id: 'Flush', name: 'Flush', basedOn: 'Normal', paragraph: { alignment: AlignmentType.BOTH } },
    {
      id: 'Right',
      name: 'Signature line',
      basedOn: 'Normal',
      paragraph: { alignment: AlignmentType.RIGHT, indent: { right: 1280 } },
    },
    {
      id: 'Words',
      name: 'Quoted words',
      basedOn: 'Normal',
      paragraph: {
        alignment: AlignmentType.BOTH,
        indent: { left: 320 },
        border: { left: { style: BorderStyle.SINGLE, size: 24, color: 'BFB7A6', space: 8 } },
      },
    },
    {
      id: 'NoteText',
      name: 'Note text',
      basedOn: 'Normal',
      run: { font: fontOf('kai') },
      paragraph: { alignment: AlignmentType.BOTH },
    },
    {
      id: 'Facts',
      name: 'Facts',
      basedOn: 'Normal',
      run: { size: size.small, color: quoteGrey },
      paragraph: { spacing: { after: 120, line: 340 } },
    },
    {
      id: 'Cell',
      name: 'Table text',
      basedOn: 'Normal',
      run: { size: size.small },
      paragraph: { spacing: { line: 320 } },
    },
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
