type Entry = Readonly<Record<string, string>>;

/**
 * Reads iCalendar (RFC 5545) back: the events, each from property name to value, texts unescaped; parameters
 * stay with the name. @throws Error for lines over 75 octets, stray line ends, or components out of order
 */
export function readCalendar(text: string): { readonly head: Entry; readonly events: readonly Entry[] } {
  if (!text.endsWith('\r\n') || /[^\r]\n|\r[^\n]/.test(text)) throw new Error('a line does not end in CRLF');
  for (const line of text.split('\r\n')) {
    if (Buffer.byteLength(line) > 75) throw new Error(`longer than 75 octets: ${line}`);
    if (line.includes('\uFFFD')) throw new Error(`a character is cut: ${line}`);
  }
  const head: Record<string, string> = {};
  const events: Record<string, string>[] = [];
  let current: Record<string, string> | null = null;
  const lines = text.replaceAll('\r\n ', '').split('\r\n').slice(0, -1);
  if (lines.shift() !== 'BEGIN:VCALENDAR' || lines.pop() !== 'END:VCALENDAR') throw new Error('no calendar');
  for (const line of lines) {
    const colon = line.indexOf(':');
    const [name, value] = [line.slice(0, colon), unescaped(line.slice(colon + 1))];
    if (colon < 1 || !/^[A-Z-]+(;[A-Z]+=[A-Z]+)*$/.test(name)) throw new Error(`no property: ${line}`);
    if (line === 'BEGIN:VEVENT' && current === null) current = {};
    else if (line === 'END:VEVENT' && current !== null) {
      events.push(current);
      current = null;
    } else {
      const target = current ?? head;
      if (name in target) throw new Error(`${name} twice`);
      target[name] = value;
    }
  }
  if (current !== null) throw new Error('an event has no end');
  return { head, events };
}

function unescaped(value: string): string {
  if (/(?<!\\)(?:\\\\)*[;,]/.test(value)) throw new Error(`a sign is not escaped: ${value}`);
  return value.replace(/\\(.)/g, (_, sign: string) => (sign === 'n' || sign === 'N' ? '\n' : sign));
}
