import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calendarOf, type DayEvent } from '../../../../main/export/icalendar.ts';
import { readCalendar } from '../../../support/calendar-reader.ts';

const stampedAt = new Date('2026-11-22T04:05:06.789Z');
const event = (rest: Partial<DayEvent> = {}): DayEvent => ({
  uid: '002-f0001.abc@policy-reader',
  day: '2012-12-31',
  summary: '目标',
  description: '全句。',
  category: '目标',
  ...rest,
});

describe('a calendar', () => {
  it('holds whole days, whose end is the next day', () => {
    const { head, events } = readCalendar(calendarOf([event(), event({ day: '2024-02-28' })], stampedAt));
    expect(head).toMatchObject({ VERSION: '2.0', PRODID: expect.stringContaining('policy-reader') });
    expect(events[0]).toEqual({
      UID: '002-f0001.abc@policy-reader',
      DTSTAMP: '20261122T040506Z',
      'DTSTART;VALUE=DATE': '20121231',
      'DTEND;VALUE=DATE': '20130101',
      SUMMARY: '目标',
      DESCRIPTION: '全句。',
      CATEGORIES: '目标',
      TRANSP: 'TRANSPARENT',
    });
    expect(events[1]).toMatchObject({ 'DTSTART;VALUE=DATE': '20240228', 'DTEND;VALUE=DATE': '20240229' });
  });

  it('folds at 75 octets between characters, of one, three and four octets', () => {
    const summary = `${'a'.repeat(66)}养${'老'.repeat(200)}${'𠮷'.repeat(50)}`;
    expect(readCalendar(calendarOf([event({ summary })], stampedAt)).events[0]?.SUMMARY).toBe(summary);
    const full = event({ summary: 'a'.repeat(75 - 'SUMMARY:'.length) });
    expect(calendarOf([full], stampedAt)).toContain(`SUMMARY:${full.summary}\r\nDESCRIPTION`);
  });

  it('lets no text end its line, begin a component or divide a value', () => {
    const description = 'a;b,c\\d\nEND:VEVENT\r\nBEGIN:VALARM\rx\u0000\u0007';
    const [read] = readCalendar(calendarOf([event({ description })], stampedAt)).events;
    expect(read?.DESCRIPTION).toBe('a;b,c\\d\nEND:VEVENT\nBEGIN:VALARM\nx');
  });

  it('gives any text back', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        const [read] = readCalendar(calendarOf([event({ description: text })], stampedAt)).events;
        expect(read?.DESCRIPTION).toBe(text.replace(/\r\n?/g, '\n').replace(/[^\P{Cc}\t\n]/gu, ''));
      }),
    );
  });
});
