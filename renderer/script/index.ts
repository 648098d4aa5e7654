export { ScriptSwitch } from './script-switch.tsx';
export {
  type DisplayedText,
  languageTag,
  prepareScript,
  scriptViewOf,
  titleLanguage,
  useConverter,
  useDisplayedText,
  useScriptView,
} from './script-view.ts';
