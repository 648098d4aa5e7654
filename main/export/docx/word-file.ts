import {
  Document,
  type FileChild,
  type ICommentOptions,
  type IPropertiesOptions,
  Packer,
  Paragraph,
} from 'docx';
import { strFromU8, strToU8, unzipSync, Zip, ZipDeflate } from 'fflate';
import { joined } from '../join-bytes.ts';
import type { Pace } from '../pace.ts';
import { fontTable, section, styles } from './page.ts';

/** Some blocks of a document and the comments that are made in them; ids of comments count through the whole file. */
export type Passage = {
  readonly blocks: readonly FileChild[];
  readonly comments: readonly ICommentOptions[];
};

type Properties = Pick<IPropertiesOptions, 'title' | 'creator'>;

/** How many blocks are set at a time. */
const portion = 400;

/**
 * A Word file of passages, in their order. `docx` keeps its whole tree in memory, some 90 KB a note: 10,000 notes were
 * measured at 900 MB. So it sets the passages a few hundred blocks at a time, and the bodies of these parts are
 * put together in one file, compressed as they come.
 * @throws the reason of the pace's signal
 */
export async function wordFile(
  properties: Properties,
  passages: Iterable<Passage>,
  total: number,
  pace: Pace,
): Promise<Uint8Array> {
  const frame = await partsOf(properties, [new Paragraph({})], [{ id: 0, children: [] }]);
  const body = split(text(frame, 'word/document.xml'), /<w:body>/, '<w:sectPr');
  const notes = split(text(frame, 'word/comments.xml'), /<w:comments[^>]*?>/, '</w:comments>');
  const file = growingZip();
  // First what says of which kind the other parts are, as readers of packages expect it.
  const contentTypes = '[Content_Types].xml';
  const order = [contentTypes, ...Object.keys(frame).filter((path) => path !== contentTypes)];
  for (const path of order) {
    const bytes = frame[path];
    if (bytes === undefined || path === 'word/document.xml' || path === 'word/comments.xml') continue;
    file.add(path)(path === 'word/fontTable.xml' ? fontTable : bytes, true);
  }
  const putBody = file.add('word/document.xml');
  const putNotes = file.add('word/comments.xml');
  putBody(body.before);
  putNotes(notes.before);
  let blocks: FileChild[] = [];
  let comments: ICommentOptions[] = [];
  let done = 0;
  const flush = async (): Promise<void> => {
    if (blocks.length === 0 && comments.length === 0) return;
    const parts = await partsOf({}, blocks, comments);
    putBody(split(text(parts, 'word/document.xml'), /<w:body>/, '<w:sectPr').inner);
    if (comments.length > 0) {
      putNotes(split(text(parts, 'word/comments.xml'), /<w:comments[^>]*?>/, '</w:comments>').inner);
    }
    blocks = [];
    comments = [];
  };
  for (const passage of passages) {
    blocks.push(...passage.blocks);
    comments.push(...passage.comments);
    done += 1;
    if (blocks.length + comments.length >= portion) {
      await flush();
      await pace(Math.min(done, total), total);
    }
  }
  await flush();
  putBody(body.after, true);
  putNotes(notes.after, true);
  await pace(total, total);
  return file.end();
}

/** The parts of a package that holds nothing but some blocks and comments. */
async function partsOf(
  properties: Properties,
  children: readonly FileChild[],
  comments: readonly ICommentOptions[],
): Promise<Readonly<Record<string, Uint8Array>>> {
  const document = new Document({
    ...properties,
    styles,
    evenAndOddHeaderAndFooters: true,
    comments: { children: comments },
    sections: [{ ...section, children }],
  });
  return unzipSync(new Uint8Array(await Packer.toArrayBuffer(document)));
}

function text(parts: Readonly<Record<string, Uint8Array>>, path: string): string {
  const bytes = parts[path];
  if (bytes === undefined) throw new Error(`docx made no ${path}`);
  return strFromU8(bytes);
}

/** What stands between the first `start` and the last `end` of a part, and what around it. */
function split(xml: string, start: RegExp, end: string) {
  const opening = start.exec(xml)?.[0] ?? '';
  const from = xml.indexOf(opening) + opening.length;
  const to = xml.lastIndexOf(end);
  if (opening === '' || from < opening.length || to < from)
    throw new Error('docx made a part of an unknown form');
  return { before: xml.slice(0, from), inner: xml.slice(from, to), after: xml.slice(to) };
}

/** A zip file whose entries grow side by side. */
function growingZip() {
  const chunks: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error !== null) throw error;
    chunks.push(chunk);
  });
  return {
    add: (path: string) => {
      const entry = new ZipDeflate(path, { level: 6 });
      zip.add(entry);
      return (data: string | Uint8Array, last = false): void =>
        void entry.push(typeof data === 'string' ? strToU8(data) : data, last);
    },
    end: (): Uint8Array => {
      zip.end();
      return joined(chunks);
    },
  };
}
