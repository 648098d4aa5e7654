import { describe, expect, it } from 'vitest';
import { isDark, otherSide, paletteOf } from '../../../renderer/domain/themes/index.ts';

const light = { dark: false, moreContrast: false };
const dark = { dark: true, moreContrast: false };

describe('the palette of a theme', () => {
  it('follows the system only under the themes that do', () => {
    expect(paletteOf('system', light)).toBe('paper');
    expect(paletteOf('system', dark)).toBe('dark');
    expect(paletteOf('contrast', light)).toBe('contrast');
    expect(paletteOf('contrast', dark)).toBe('contrast-dark');
    for (const theme of ['paper', 'white', 'dark'] as const) {
      expect(paletteOf(theme, light)).toBe(theme);
      expect(paletteOf(theme, { dark: true, moreContrast: true })).toBe(theme);
    }
  });

  it('is of high contrast where the system asks for it', () => {
    expect(paletteOf('system', { dark: false, moreContrast: true })).toBe('contrast');
    expect(paletteOf('system', { dark: true, moreContrast: true })).toBe('contrast-dark');
  });
});

describe('the other side', () => {
  it('is dark for every light palette, and the light theme last used for a dark one', () => {
    for (const palette of ['paper', 'white', 'contrast'] as const)
      expect(otherSide('system', 'white', palette)).toBe('dark');
    for (const theme of ['paper', 'white', 'contrast'] as const)
      expect(otherSide('dark', theme, 'dark')).toBe(theme);
    expect(otherSide('system', 'white', 'dark')).toBe('white');
  });

  it('is never as dark as the one left, where the system is dark', () => {
    const next = otherSide('contrast', 'contrast', 'contrast-dark');
    expect(isDark(paletteOf(next, dark))).toBe(false);
  });
});
