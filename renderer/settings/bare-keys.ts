import { useSettings } from './settings-store.ts';

/**
 * Whether single letters, digits and marks are keys. Who dictates or brushes the keyboard can switch
 * them off (WCAG 2.2, 2.1.4); every such key asks here first.
 */
export function bareKeysOn(): boolean {
  return useSettings.getState().settings.bareKeys;
}
