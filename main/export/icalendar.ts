/** One entry of a calendar: a whole day, with no hour and no zone. */
export type DayEvent = {
  readonly uid: string;
  /** ISO date. */
  readonly day: string;
  readonly summary: string;
  readonly description: string;
  readonly category: string;
};

const longestLine = 75;

/**
 * All-day events as iCalendar (RFC 5545): CRLF, lines folded at 75 octets between characters, texts escaped,
 * control characters dropped. A day does not block the time of who imports it. `stampedAt` is the DTSTAMP of all.
 */
export function calendarOf(events: readonly DayEvent[], stampedAt: Date): string {
  const stamp = stampedAt.toISOString().replace(/\.\d+/, '').replace(/[-:]/g, '');
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Policy Reader//policy-reader//ZH',
    'CALSCALE:GREGORIAN',
    ...events.flatMap(({ uid, day, summary, description, category }) => [
      'BEGIN:VEVENT',
      `UID:${escaped(uid)}`,
      `DTSTAMP:${stamp}`,
      `DTSTART;VALUE=DATE:${compact(day)}`,
      `DTEND;VALUE=DATE:${compact(nextDay(day))}`,
      `SUMMARY:${escaped(summary)}`,
      `DESCRIPTION:${escaped(description)}`,
      `CATEGORIES:${escaped(category)}`,
      'TRANSP:TRANSPARENT',
      'END:VEVENT',
    ]),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

function compact(day: string): string {
  return day.replaceAll('-', '');
}

/** The end of an all-day event is exclusive (RFC 5545, 3.6.1). */
function nextDay(day: string): string {
  return new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);
}

/** TEXT (RFC 5545, 3.3.11). */
function escaped(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\t\n]|\p{Cs}/gu, '')
    .replace(/[\\;,]/g, '\\$&')
    .replaceAll('\n', '\\n');
}

/** A line that goes on begins with a space (RFC 5545, 3.1), which counts among its octets. */
function folded(line: string): string {
  const lines: string[] = [];
  let current = '';
  let octets = 0;
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (octets + size > longestLine) {
      lines.push(current);
      current = ' ';
      octets = 1;
    }
    current += character;
    octets += size;
  }
  return [...lines, current].join('\r\n');
}
