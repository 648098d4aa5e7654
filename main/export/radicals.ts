import listed from './radicals.json';

/**
 * Radicals of Unicode that CJK fonts draw with the glyph of an ideograph, and which ideographs those are. The
 * Kangxi radicals (U+2F00–2FD5) have theirs as their compatibility mapping (NFKC) and stand here only where a
 * font takes another; the supplement (U+2E80–2EF3) mostly has none (Unicode, EquivalentUnifiedIdeograph.txt; held
 * against the character maps of Noto Sans and Serif CJK).
 */
const ideographs: Readonly<Record<string, string>> = listed;

/**
 * The ideograph that a radical stands for in a text made of `printed` characters; the character itself when it is
 * no radical, or when the text holds the radical and none of its ideographs.
 */
export function ideographOf(character: string, printed: ReadonlySet<string>): string {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x2e80 || code > 0x2fdf) return character;
  const plain = character.normalize('NFKC');
  const candidates = [...(ideographs[character] ?? (plain === character ? '' : plain))];
  const used = candidates.find((candidate) => printed.has(candidate));
  if (used !== undefined) return used;
  return printed.has(character) ? character : (candidates[0] ?? character);
}
