// Node's own modules without require(), which the house forbids.
const { existsSync, statSync } = process.getBuiltinModule('node:fs')
const { dirname, resolve } = process.getBuiltinModule('node:path')

const root = resolve(__dirname, '..')
const endings = ['', '.ts', '.tsx', '.mjs', '/index.ts', '/index.tsx']

exports.interfaceVersion = 2

/**
 * Which file an import of ours means, for ESLint's rule of the layers. eslint-import-resolver-typescript 3.10 lists the
 * whole repository for each import, which was nine tenths of lint's time; packages are no layer and are not looked for.
 */
exports.resolve = (source, file) => {
  if (!/^(@\/|\.)/.test(source)) return { found: true, path: null }
  const wanted = source.startsWith('@/')
    ? resolve(root, 'src', source.slice(2))
    : resolve(dirname(file), source)
  const path = endings
    .map((ending) => wanted + ending)
    .find((one) => existsSync(one) && statSync(one).isFile())
  return path ? { found: true, path } : { found: false }
}
