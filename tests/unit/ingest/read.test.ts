import { describe, expect, it } from 'vitest';
import { IngestError, type IngestErrorCode, readText } from '../../../main/ingest/index.ts';

const encoder = new TextEncoder();
/** 上海市政府 in GB18030. */
const GB = [0xc9, 0xcf, 0xba, 0xa3, 0xca, 0xd0, 0xd5, 0xfe, 0xb8, 0xae];

function refusal(bytes: Uint8Array): { code: IngestErrorCode; at: number | null; message: string } {
  try {
    readText(bytes, 'a.txt');
  } catch (error) {
    if (error instanceof IngestError) return { code: error.code, at: error.at, message: error.message };
  }
  throw new Error('not refused');
}

describe('reading bytes', () => {
  it('takes UTF-8, and keeps a byte order mark as a blank so that offsets stay those of the file', () => {
    expect(readText(encoder.encode('一、总则\n'), 'a.txt')).toEqual({
      text: '一、总则\n',
      encoding: 'utf-8',
    });
    expect(readText(encoder.encode('\ufeff一、'), 'a.txt').text).toBe('\ufeff一、');
  });

  it('reads GB18030 with and without its byte order mark', () => {
    expect(readText(Uint8Array.from(GB), 'a.txt')).toEqual({ text: '上海市政府', encoding: 'gb18030' });
    const marked = readText(Uint8Array.from([0x84, 0x31, 0x95, 0x33, ...GB]), 'a.txt');
    expect(marked).toEqual({ text: '\ufeff上海市政府', encoding: 'gb18030' });
  });

  it('refuses a damaged UTF-8 file instead of reading it as GB18030', () => {
    const bytes = encoder.encode('上海市人民政府关于印发通知');
    bytes[7] = 0xff;
    expect(refusal(bytes)).toMatchObject({ code: 'not-utf8', at: 6 });
  });

  it.each<[string, Uint8Array, IngestErrorCode, number | null]>([
    ['an empty file', new Uint8Array(0), 'empty', null],
    ['a file of blanks', encoder.encode(' \n\u3000\n'), 'empty', null],
    ['a NUL in a text', encoder.encode('第一条\0第二条，全文如下。'), 'nul', 9],
    ['a binary file', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3, 4, 5, 0, 0]), 'binary', 4],
    ['UTF-16', Uint8Array.from([0xff, 0xfe, 0x00, 0x4e]), 'binary', 0],
    [
      'an encoded lone surrogate',
      Uint8Array.from([...encoder.encode('上海市政府通知'), 0xed, 0xa0, 0x80]),
      'not-utf8',
      21,
    ],
    ['mixed line ends', encoder.encode('一\r\n二\n三'), 'mixed-line-ends', 4],
  ])('refuses %s and names the file and the place', (_, bytes, code, at) => {
    const error = refusal(bytes);
    expect(error).toMatchObject({ code, at });
    expect(error.message).toContain('a.txt');
  });

  it('refuses a line that is no paragraph, without going on for long', () => {
    expect(refusal(encoder.encode(`好\n${'a'.repeat(2_000_001)}`))).toMatchObject({
      code: 'line-too-long',
      at: 2,
    });
    expect(refusal(new Uint8Array(33 * 1024 * 1024).fill(97))).toMatchObject({ code: 'too-large' });
  });

  it('takes mixed line ends when told to', () => {
    expect(readText(encoder.encode('一\r\n二\n'), 'a.txt', { acceptMixedLineEnds: true }).text).toBe(
      '一\r\n二\n',
    );
  });
});
