export { languageTag } from '../domain/script/index.ts';
export { ScriptSwitch } from './script-switch.tsx';
export {
  type DisplayedText,
  prepareScript,
  scriptViewOf,
  titleLanguage,
  useConverter,
  useDisplayedText,
  useScriptView,
} from './script-view.ts';
