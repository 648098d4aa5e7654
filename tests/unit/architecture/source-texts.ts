import { parseSync } from 'vite';

/** What a source file says in words, and how it asks the catalogue for texts. */
export type SourceTexts = {
  /** Literals, template pieces and JSX text; comments and regular expressions are none. */
  readonly strings: readonly string[];
  readonly calls: readonly TextCall[];
};

/** A call of the translator. `values` is null where the names given cannot be read off. */
type TextCall = { readonly keys: readonly KeyForm[]; readonly values: readonly string[] | null };

/** A key as written: whole, or a form such as `error.*` with a star for what is computed. */
type KeyForm = { readonly form: string; readonly computed: boolean };

type Node = { readonly [field: string]: unknown; readonly type: string };

/** Reads a TypeScript file. @throws Error when it does not parse: nothing may pass unread. */
export function textsOf(path: string, source: string): SourceTexts {
  const { program, errors } = parseSync(path, source);
  if (errors.length > 0) throw new Error(`${path}: ${errors.map(({ message }) => message).join(', ')}`);
  const strings: string[] = [];
  const calls: TextCall[] = [];
  visit(program, (node) => {
    const string = stringOf(node);
    if (string !== null) strings.push(string);
    if (node.type === 'CallExpression' && isTranslator(node.callee)) calls.push(callOf(node));
  });
  return { strings, calls };
}

function visit(value: unknown, see: (node: Node) => void): void {
  if (Array.isArray(value)) {
    for (const item of value) visit(item, see);
  } else if (isNode(value)) {
    see(value);
    for (const child of Object.values(value)) visit(child, see);
  }
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}

function stringOf(node: Node): string | null {
  if (node.type === 'JSXText' || node.type === 'Literal')
    return typeof node.value === 'string' ? node.value : null;
  return node.type === 'TemplateElement' ? pieceOf(node) : null;
}

function pieceOf(element: unknown): string {
  const value = isNode(element) ? element.value : null;
  const cooked = typeof value === 'object' && value !== null && 'cooked' in value ? value.cooked : null;
  return typeof cooked === 'string' ? cooked : '';
}

/** `t(…)`, or a translator called where it was got: `text()(…)`, `translatorOf(language)(…)`. */
function isTranslator(callee: unknown): boolean {
  if (!isNode(callee)) return false;
  if (callee.type === 'Identifier') return callee.name === 't';
  if (callee.type !== 'CallExpression' || !isNode(callee.callee)) return false;
  return callee.callee.name === 'text' || callee.callee.name === 'translatorOf';
}

function callOf({ arguments: given }: Node): TextCall {
  const [key, values] = Array.isArray(given) ? given : [];
  return { keys: formsOf(key), values: values === undefined ? [] : namesOf(values) };
}

function formsOf(key: unknown): readonly KeyForm[] {
  if (!isNode(key)) return [];
  if (key.type === 'ConditionalExpression') return [...formsOf(key.consequent), ...formsOf(key.alternate)];
  if (key.type === 'TemplateLiteral' && Array.isArray(key.quasis))
    return [{ form: key.quasis.map(pieceOf).join('*'), computed: key.quasis.length > 1 }];
  const literal = stringOf(key);
  return literal === null ? [] : [{ form: literal, computed: false }];
}

function namesOf(values: unknown): readonly string[] | null {
  if (!isNode(values) || values.type !== 'ObjectExpression' || !Array.isArray(values.properties)) return null;
  const names: string[] = [];
  for (const property of values.properties) {
    if (!isNode(property) || property.computed === true || !isNode(property.key)) return null;
    if (typeof property.key.name !== 'string') return null;
    names.push(property.key.name);
  }
  return names;
}
