import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { windowColourOf } from '../../../main/windows/native-theme.ts';
import { themes } from '../../../preload/contract/vocabulary.ts';
import { isDark, type Palette, paletteOf } from '../../../renderer/domain/themes/index.ts';

// What the style sheets promise of contrast, computed from them (WCAG 2.2, 1.4.3, 1.4.6, 1.4.11).

const palettes = [
  'paper',
  'white',
  'dark',
  'contrast',
  'contrast-dark',
] as const satisfies readonly Palette[];

type Rule = { readonly selectors: readonly string[]; readonly values: ReadonlyMap<string, string> };

/** The rules of a style sheet outside of forced colours, print and reduced motion, in their order. */
function screenRules(name: string): readonly Rule[] {
  const css = readFileSync(new URL(`../../../renderer/ui/styles/${name}.css`, import.meta.url), 'utf8')
    .replace(/\/\*.*?\*\//gsu, '')
    .replace(/@media screen \{(.*?)\n\}/gsu, '$1')
    .replace(/@media [^{]*\{.*?\n\}/gsu, '');
  return [...css.matchAll(/([^{}]+)\{([^{}]*)\}/gu)].map(([, selector = '', body = '']) => ({
    selectors: selector.split(',').map((each) => each.trim()),
    values: new Map(
      body.split(';').flatMap((line) => {
        const [, property, value] = /^\s*([\w-]+):\s*(.+?)\s*$/su.exec(line) ?? [];
        return property === undefined || value === undefined ? [] : [[property, value] as const];
      }),
    ),
  }));
}

/** Whether a rule holds for a window that shows `palette`, as far as these two sheets write selectors. */
function holds({ selectors }: Rule, palette: Palette): boolean {
  return selectors.some((selector) => {
    const [, start, value = ''] = /\[data-theme(?:(\^)?="([a-z-]+)")?\]/u.exec(selector) ?? [];
    return start === undefined ? value === '' || palette === value : palette.startsWith(value);
  });
}

/** The value of every custom property of the palette. */
function tokensOf(palette: Palette): ReadonlyMap<string, string> {
  const tokens = new Map<string, string>();
  for (const rule of screenRules('tokens')) {
    if (holds(rule, palette)) for (const [property, value] of rule.values) tokens.set(property, value);
  }
  return tokens;
}

function colour(palette: Palette, token: string): string {
  const value = tokensOf(palette).get(token) ?? '';
  const [, light, dark] = /^light-dark\((#\w+), (#\w+)\)$/u.exec(value) ?? [];
  return (isDark(palette) ? dark : light) ?? value;
}

type Paint = Readonly<Record<'background' | 'text', string>>;

/** The colours of every painted mark that has a background. */
function paintsOf(palette: Palette): ReadonlyMap<string, Paint> {
  const paints = new Map<string, Paint>();
  for (const rule of screenRules('highlights')) {
    const name = /::highlight\(([a-z-]+)\)/u.exec(rule.selectors[0] ?? '')?.[1];
    const [background, text] = [rule.values.get('background-color'), rule.values.get('color')];
    if (name === undefined || background === undefined || text === undefined) continue;
    if (holds(rule, palette)) paints.set(name, { background, text });
  }
  return paints;
}

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

const marks = [
  'mark-yellow',
  'mark-green',
  'mark-blue',
  'mark-pink',
  'mark-purple',
  'search-hit',
  'find-hit',
  'find-current',
  'named-body',
];

describe.each(palettes)('in the palette %s', (palette) => {
  it.each(marks)('the text on %s has a contrast of 7:1', (name) => {
    const paint = paintsOf(palette).get(name);
    expect(contrast(paint?.background ?? '', paint?.text ?? '')).toBeGreaterThanOrEqual(7);
  });

  it('the marks differ from each other', () => {
    const backgrounds = marks.slice(0, 6).map((name) => paintsOf(palette).get(name)?.background);
    expect(new Set(backgrounds).size).toBe(6);
  });

  it.each([
    ['--ink', '--paper', 7],
    ['--ink', '--raise', 7],
    ['--ink', '--here', 7],
    ['--ink', '--accent-soft', 7],
    ['--hl-ink', '--hl-search', 7],
    ['--ink', '--selection', 7],
    ['--ink-2', '--chrome', 4.5],
    ['--ink-3', '--paper', 4.5],
    ['--ink-3', '--chrome', 4.5],
    ['--ink-3', '--hover', 4.5],
    ['--accent', '--paper', 4.5],
    ['--accent', '--accent-soft', 4.5],
    ['--on-accent', '--accent', 4.5],
    ['--focus', '--paper', 3],
    ['--focus', '--chrome', 3],
    ['--line-strong', '--raise', 3],
    ['--line-strong', '--paper', 3],
  ])('%s on %s has %d:1', (text, ground, least) => {
    expect(contrast(colour(palette, text), colour(palette, ground))).toBeGreaterThanOrEqual(least);
  });
});

it.each(['contrast', 'contrast-dark'] as const)('%s: all text has 7:1, all lines 3:1', (palette) => {
  for (const ground of ['--paper', '--chrome', '--raise']) {
    for (const text of ['--ink', '--ink-2', '--ink-3', '--accent'])
      expect(contrast(colour(palette, text), colour(palette, ground))).toBeGreaterThanOrEqual(7);
    expect(contrast(colour(palette, '--line'), colour(palette, ground))).toBeGreaterThanOrEqual(3);
  }
});

it('the window has the colour of its page before the page is painted', () => {
  for (const theme of themes) {
    for (const dark of [false, true]) {
      for (const moreContrast of [false, true]) {
        const palette = paletteOf(theme, { dark, moreContrast });
        const system = { shouldUseDarkColors: dark, shouldUseHighContrastColors: moreContrast };
        expect(windowColourOf(theme, system)).toBe(colour(palette, '--paper'));
      }
    }
  }
});
