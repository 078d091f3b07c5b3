import { readFileSync } from 'node:fs'
import { run } from './children.mjs'

/** Are the packages of package-lock.json installed in exactly these versions? */
export function isInstalled() {
  const wanted = packages('package-lock.json')
  const present = packages('node_modules/.package-lock.json')
  if (!wanted || !present) return false
  return Object.entries(wanted).every(
    ([path, { version, optional, link }]) =>
      path === '' || optional || link || present[path]?.version === version,
  )
}

/** Exactly what the lock file says, build tools included also where NODE_ENV is production. */
export async function install() {
  const npm = process.env.npm_execpath ? [process.execPath, process.env.npm_execpath] : ['npm']
  await run([...npm, 'ci', '--include=dev', '--no-audit', '--no-fund'])
}

function packages(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages
  } catch {
    return null
  }
}
