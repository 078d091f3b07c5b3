import { readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { basePath } from './basePath.mjs'

/** Next serves what lies below its static folder for good: each name is that of a content. */
const folder = 'static/islands'
const told = 'islands'

/**
 * Bundles what citizens' pages run (src/components/portal/alive.ts), with Preact in the place of React: a tenth of its size.
 * @param {{ pages: string, url?: string }} given `pages` is the folder of Next's build; `url` is ZHIKU_URL
 */
export async function buildIslands({ pages, url }) {
  const { build } = await import('esbuild')
  const { metafile } = await build({
    entryPoints: ['src/components/portal/alive.ts'],
    outdir: join(pages, folder),
    entryNames: '[hash]',
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'browser',
    // Phones of 2020; older ones have the pages without it.
    target: 'es2020',
    charset: 'utf8',
    jsx: 'automatic',
    alias: { react: 'preact/compat', 'react-dom': 'preact/compat' },
    define: {
      'process.env.NEXT_BASE_PATH': JSON.stringify(basePath(url)),
      'process.env.NODE_ENV': '"production"',
    },
    metafile: true,
    logLevel: 'error',
  })
  const [made] = Object.keys(metafile.outputs)
  writeFileSync(join(pages, told), `/_next/${folder}/${basename(made)}`)
}

/** Where citizens' pages find it, as it is written here. */
export const islandsScript = (pages) => readFileSync(join(pages, told), 'utf8')
