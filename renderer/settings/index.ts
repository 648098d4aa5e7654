export { bareKeysOn } from './bare-keys.ts';
export { changeMeaning, meaningOf, useMarkMeaning, usualMeaningOf } from './mark-meanings.ts';
export { closeOverlays, showPanel, togglePanel, usePanel } from './panels.ts';
export { reportProblem, text, useSettings, useText } from './settings-store.ts';
export { changeTypography, resetTypography, setTypographyApart, useTypography } from './typography.ts';
export { useUserData } from './user-data-store.ts';
