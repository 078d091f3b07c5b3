/**
 * Where the site begins below its host: '' or, with `ZHIKU_URL=https://city.gov.cn/zhiku/`, '/zhiku'. Pages are built with
 * it, and server.mjs sets it for what answers them.
 */
const base = process.env.NEXT_BASE_PATH ?? ''

/** The same as a path: of its cookies, which no other site of the host is sent, and for programs. */
export const sitePath = base || '/'

/** Does the path begin with it already? */
const isBelow = (path: string): boolean =>
  path.startsWith(base) && /^([/?#]|$)/.test(path.slice(base.length))

/** A path of this site as browsers ask for it; what is one already, or leads elsewhere, stays as it is. */
export const at = (path: string): string =>
  base === '' || !/^\/(?!\/)/.test(path) || isBelow(path) ? path : base + path

/** What browsers ask for, as a path of this site is written here. */
export const withoutBase = (path: string): string =>
  isBelow(path) ? path.slice(base.length).replace(/^(?!\/)/, '/') : path

/** `at` of what links and pictures of a text name. */
export const atIn = (html: string): string =>
  base === ''
    ? html
    : html.replace(
        /(\s(?:href|src)=")(\/[^"]*)/g,
        (_, name: string, path: string) => name + at(path),
      )
