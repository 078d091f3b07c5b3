/**
 * The path in ZHIKU_URL, as Next wants it: '' or '/zhiku'.
 * @param {string | undefined} url the whole address people reach the site by; what is none is refused by src/env.ts
 */
export function basePath(url) {
  if (!url || !URL.canParse(url)) return ''
  return new URL(url).pathname.replace(/\/+$/, '')
}

/**
 * A path of the site as Next is asked for it: to `/zhiku/` it would answer with another address.
 * @param {string} path
 * @param {string} base
 */
export const placed = (path, base) =>
  base && path.startsWith('/') ? base + path.replace(/^\/(?=\?|$)/, '') : path
