// Brings a bare machine to one the app runs on: npm start and npm test call this first. It does what is
// missing and nothing else. Everything imported below uses Node built-ins until the packages are there.
import { nodeComplaint } from './runtime/node-version.mjs';

const complaint = nodeComplaint(process.versions.node);
if (complaint !== '') {
  process.stderr.write(`${complaint}\n`);
  process.exit(1);
}

const { parseArgs } = await import('node:util');
const { repositoryRoot: root } = await import('./runtime/locations.mjs');
const { note, SetupError } = await import('./runtime/progress.mjs');

/** In the order they need each other. @type {Record<string, (official: boolean) => Promise<void>>} */
const parts = {
  packages: async () => (await import('./runtime/packages.mjs')).ensurePackages(root),
  system: async () => (await import('./runtime/system.mjs')).ensureSystem(),
  runtime: async (official) => {
    const { describeRuntime, resolveRuntime } = await import('./runtime/resolve.mjs');
    note(describeRuntime(await resolveRuntime({ official })));
  },
  library: () => build('library'),
  bundles: () => build('bundles'),
};

/** @param {string} name */
async function build(name) {
  const { ensureProduct, products } = await import('./runtime/products.mjs');
  for (const product of products) if (product.name === name) await ensureProduct(product, root);
}

try {
  const { values } = parseArgs({
    options: {
      // What the tests need beside what the app needs: a program that opens the exported files.
      tests: { type: 'boolean', default: false },
      official: { type: 'boolean', default: false },
      only: { type: 'string', multiple: true, default: [] },
    },
  });
  const unknown = values.only.filter((name) => parts[name] === undefined);
  if (unknown.length > 0) {
    throw new SetupError(
      `There is no part ${unknown.join(', ')}; --only takes ${Object.keys(parts).join(', ')}.`,
    );
  }
  for (const [name, part] of Object.entries(parts)) {
    if (values.only.length === 0 || values.only.includes(name)) await part(values.official);
  }
  if (values.tests) await (await import('./runtime/system.mjs')).ensureOffice();
} catch (error) {
  // A sentence is enough for what was foreseen; anything else is a mistake of ours and shows where.
  process.stderr.write(`${describeFailure(error)}\n`);
  process.exitCode = 1;
}

/** @param {unknown} error */
function describeFailure(error) {
  if (!(error instanceof Error)) return String(error);
  const foreseen =
    error instanceof SetupError || ('code' in error && String(error.code).startsWith('ERR_PARSE_ARGS'));
  if (foreseen) return error.message;
  return `Set-up failed unexpectedly: ${error.message}\n${error.stack ?? ''}`;
}
