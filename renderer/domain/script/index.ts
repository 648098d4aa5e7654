export {
  type Conversion,
  type Converted,
  type Converter,
  conversionFor,
  convertText,
  fetchTables,
  loadConverter,
  loadConverterFor,
  unconverted,
} from './converter.ts';
export { characterEnd, characterStart } from './offset-map.ts';
