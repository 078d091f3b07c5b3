import type { IncomingMessage } from 'node:http'
import { isView, viewCookie, type View } from '@/i18n/accessibility'
import { isLanguage, languageCookie, type Language } from '@/i18n/language'

/** All that makes one page of citizens' another than the next. */
export type PageAsked = {
  /** Path and query, as they are written here. */
  address: string
  language: Language
  view: View | null
}

/**
 * Pages that are the same for everybody without a session, and what each understands of a query. Searches are none: what is
 * typed is nobody else's.
 */
const pages: readonly (readonly [path: RegExp, parameters: readonly string[]])[] = [
  [/^\/$/, []],
  [/^\/e\/[\w-]{1,64}$/, []],
  [/^\/units\/[\w-]{1,64}$/, ['category', 'page']],
  [/^\/themes\/[\w-]{1,64}$/, ['page']],
  [/^\/notices$/, ['kind', 'page']],
  [/^\/cases$/, ['page']],
  [/^\/contacts$/, []],
  [/^\/(accessibility|about|privacy)$/, []],
]

/** What may be kept for others who ask the same; null for everything else, and for whoever may be signed in. */
export function pageAsked(req: IncomingMessage, { pathname, searchParams }: URL): PageAsked | null {
  const { method, headers } = req
  if ((method !== 'GET' && method !== 'HEAD') || headers.authorization) return null
  const isForRouter = Object.keys(headers).some((name) => /^(rsc|next-)/.test(name))
  const cookie = headers.cookie ?? ''
  // Sessions of people; `front/sessions.ts` looks at no other.
  if (isForRouter || cookie.includes('-token=')) return null
  const known = pages.find(([path]) => path.test(pathname))?.[1]
  const given = [...searchParams]
  if (
    !known ||
    !given.every(([name, value]) => known.includes(name) && /^[\w-]{1,64}$/.test(value))
  )
    return null
  if (new Set(searchParams.keys()).size < given.length) return null
  const query = new URLSearchParams(given.sort()).toString()
  const chosen = cookiesIn(cookie)
  const [language, view] = [chosen.get(languageCookie), chosen.get(viewCookie)]
  return {
    address: query ? `${pathname}?${query}` : pathname,
    language: isLanguage(language) ? language : 'zh',
    view: isView(view) ? view : null,
  }
}

function cookiesIn(header: string): Map<string, string> {
  const pairs = header.split(';').map((pair) => pair.trim().split('='))
  return new Map(pairs.map(([name = '', value = '']) => [name, value]))
}
