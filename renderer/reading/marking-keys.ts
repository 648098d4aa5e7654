import { bareKeysOn } from '../settings/index.ts';

/**
 * The letter or digit of a key press that means something on the text, in lower case; null for any other. Where bare
 * keys are switched off (WCAG 2.2, 2.1.4) the same keys work with Alt. A field that takes text keeps its keys.
 */
export function markingKey(event: KeyboardEvent): string | null {
  if (event.ctrlKey || event.metaKey || isTyping(event.target)) return null;
  if (event.altKey === bareKeysOn()) return null;
  // With Alt some systems give another character than the key's; its place on the keyboard tells.
  if (!event.altKey) return event.key.toLowerCase();
  return /^(?:Key|Digit)(.)$/.exec(event.code)?.[1]?.toLowerCase() ?? null;
}

/** Whether a key press belongs to a field that takes text. */
export function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches('textarea, select, input:not([type=radio], [type=checkbox])'))
  );
}
