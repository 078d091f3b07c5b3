/** Each script with what it holds. Nothing on a page is written so but by whoever made the page: React escapes it. */
const scripts = /<script\b([^>]*)>[^]*?<\/script>/g
/** Data for search engines, which no browser runs. */
const isData = (attributes: string) => /\btype="application\/(ld\+)?json"/.test(attributes)
/** Of pictures too: they stand on the page, and React writes their preloads now in one order and now in another. */
const preloads = /<link\b[^>]*\bas="(?:script|image)"[^>]*>/g
/** React moves what comes late to its place by a script, and says by one what failed. */
const isUnfinished = (html: string) => /<template id="B:|\$R[CXS]\(/.test(html)

/**
 * A page as Next made it, with nothing to run but what makes its islands alive (components/portal/alive.ts), and none where
 * it has none. Null for a page that is not whole without Next's scripts.
 * @param script the address of what makes them alive
 */
export function withoutNext(html: string, script: string): string | null {
  if (isUnfinished(html)) return null
  const still = html
    .replace(scripts, (whole, attributes: string) => (isData(attributes) ? whole : ''))
    .replace(preloads, '')
  if (!still.includes(' data-island="')) return still
  return still.replace('</head>', `<script type="module" src="${script}"></script></head>`)
}
