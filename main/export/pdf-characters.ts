import { decodePDFRawStream, PDFDict, PDFDocument, PDFName, PDFRawStream, PDFRef } from '@cantoo/pdf-lib';
import { ideographOf } from './radicals.ts';

/**
 * A PDF with the same pages whose text, when searched or copied, is made of ideographs. Chromium writes for a glyph
 * the lowest character that the font draws with it, which for 工, 民 or 长 is a radical (U+2F2F, U+2EA0, U+2ED3):
 * the words look right and are found by nobody. `printed` is all that the pages say; it decides between ideographs
 * of one glyph.
 */
export async function withIdeographs(bytes: Uint8Array, printed: string): Promise<Uint8Array> {
  const characters = new Set(printed);
  const pdf = await PDFDocument.load(bytes, { updateMetadata: false });
  const { context } = pdf;
  for (const [, object] of context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFDict)) continue;
    const reference = object.get(PDFName.of('ToUnicode'));
    const stream = reference instanceof PDFRef ? context.lookup(reference) : undefined;
    if (!(reference instanceof PDFRef) || !(stream instanceof PDFRawStream)) continue;
    const map = Buffer.from(decodePDFRawStream(stream).decode()).toString('latin1');
    const changed = mappedToIdeographs(map, characters);
    if (changed !== map) context.assign(reference, context.flateStream(changed));
  }
  return pdf.save({ useObjectStreams: false, addDefaultPage: false });
}

const hexadecimal = (value: number, digits: number): string =>
  value.toString(16).toUpperCase().padStart(digits, '0');

/** The text of a ToUnicode map (ISO 32000-1, 9.10.3), ranges that touch a radical taken apart. */
export function mappedToIdeographs(map: string, printed: ReadonlySet<string>): string {
  const target = (code: number): string => {
    const [unit = ''] = ideographOf(String.fromCharCode(code), printed);
    return [...Array(unit.length).keys()].map((at) => hexadecimal(unit.charCodeAt(at), 4)).join('');
  };
  return map
    .replace(/\d+ beginbfchar\n([\s\S]*?)endbfchar/g, (section, lines: string) =>
      section.replace(
        lines,
        lines.replace(/(<[0-9A-F]+>) <([0-9A-F]{4})>/gi, (_line, from: string, code: string) => {
          return `${from} <${target(Number.parseInt(code, 16))}>`;
        }),
      ),
    )
    .replace(/\d+ beginbfrange\n([\s\S]*?)endbfrange/g, (_section, lines: string) => {
      const ranges: string[] = [];
      const single: string[] = [];
      for (const line of lines.trim().split('\n')) {
        const [, low = '', high = '', first = ''] =
          /^<([0-9A-F]+)> <([0-9A-F]+)> <([0-9A-F]{4})>$/i.exec(line.trim()) ?? [];
        const [from, to, start] = [low, high, first].map((digits) => Number.parseInt(digits, 16));
        const codes =
          from === undefined || to === undefined || start === undefined || Number.isNaN(start)
            ? []
            : Array.from({ length: to - from + 1 }, (_, at) => [from + at, start + at] as const);
        const touched = codes.some(([, code]) => target(code) !== hexadecimal(code, 4));
        if (!touched) ranges.push(line);
        else
          for (const [glyph, code] of codes)
            single.push(`<${hexadecimal(glyph, low.length)}> <${target(code)}>`);
      }
      return [section('bfrange', ranges), ...hundreds(single).map((part) => section('bfchar', part))]
        .filter((part) => part !== '')
        .join('\n');
    });
}

function section(name: 'bfchar' | 'bfrange', lines: readonly string[]): string {
  return lines.length === 0 ? '' : `${lines.length} begin${name}\n${lines.join('\n')}\nend${name}`;
}

/** A section of a map holds a hundred entries at most. */
function hundreds(lines: readonly string[]): readonly (readonly string[])[] {
  return Array.from({ length: Math.ceil(lines.length / 100) }, (_, at) =>
    lines.slice(at * 100, at * 100 + 100),
  );
}
