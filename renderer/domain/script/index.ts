export {
  type Conversion,
  type Converted,
  type Converter,
  conversionFor,
  convertText,
  loadConverter,
  loadConverterFor,
  unconverted,
} from './converter.ts';
export { languageTag } from './language-tag.ts';
export { characterEnd, characterStart } from './offset-map.ts';
