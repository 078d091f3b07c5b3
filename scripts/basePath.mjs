/**
 * The path in ZHIKU_URL, as Next wants it: '' or '/zhiku'.
 * @param {string | undefined} url the whole address people reach the site by; what is none is refused by src/env.ts
 */
export function basePath(url) {
  if (!url || !URL.canParse(url)) return ''
  return new URL(url).pathname.replace(/\/+$/, '')
}
