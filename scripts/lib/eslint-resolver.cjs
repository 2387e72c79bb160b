/** Tells eslint-plugin-boundaries that './x.js' is written as ./x.ts, which is all our imports need. */
const { existsSync } = require('node:fs');
const { isBuiltin } = require('node:module');
const { dirname, resolve } = require('node:path');

exports.interfaceVersion = 2;

exports.resolve = (source, file) => {
  if (isBuiltin(source)) return { found: true, path: null };
  if (!source.startsWith('.')) {
    try {
      return { found: true, path: require.resolve(source, { paths: [dirname(file)] }) };
    } catch {
      // Packages for ES modules alone cannot be resolved from here; that they are packages is enough.
      return { found: true, path: resolve(__dirname, '../../node_modules', source) };
    }
  }
  const path = resolve(dirname(file), source);
  const written = [path.replace(/\.js$/, '.ts'), path.replace(/\.js$/, '.tsx'), path].find((name) => existsSync(name));
  return written ? { found: true, path: written } : { found: false };
};
