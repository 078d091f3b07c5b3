import type { IncomingMessage } from 'node:http'
import { categoryKeys, noticeKinds } from '@/access/rules'
import { isView, viewCookie, type View } from '@/i18n/accessibility'
import { isLanguage, languageCookie, type Language } from '@/i18n/language'
import { mayBeSignedIn } from '../sessions'
import { isOfCitizens } from './ofCitizens'

/** All that makes one page of citizens' another than the next. */
export type PageAsked = {
  /** Path and query, as they are written here. */
  address: string
  language: Language
  view: View | null
}

/** What a page understands of a query: what is made up would be kept in the place of what is read. */
type Parameters = Readonly<Record<string, (value: string) => boolean>>

const page = (value: string) => /^[1-9]\d{0,3}$/.test(value)
const category = (value: string) => categoryKeys.some((key) => key === value)
const kind = (value: string) => noticeKinds.some((one) => one === value)

/** Pages that are the same for everybody without a session. Searches are none: what is typed is nobody else's. */
const pages: readonly (readonly [path: RegExp, parameters: Parameters])[] = [
  [/^\/$/, {}],
  [/^\/e\/[\w-]{1,64}$/, {}],
  [/^\/units\/[\w-]{1,64}$/, { category, page }],
  [/^\/themes\/[\w-]{1,64}$/, { page }],
  [/^\/notices$/, { kind, page }],
  [/^\/cases$/, { page }],
  [/^\/contacts$/, {}],
  [/^\/(accessibility|about|privacy)$/, {}],
]

/** What may be kept for others who ask the same; null for everything else, and for whoever may be signed in. */
export function pageAsked(req: IncomingMessage, { pathname, searchParams }: URL): PageAsked | null {
  const { headers } = req
  const cookie = headers.cookie ?? ''
  if (!isOfCitizens(req, pathname) || headers.authorization || mayBeSignedIn(cookie)) return null
  const known = pages.find(([path]) => path.test(pathname))?.[1]
  const given = [...searchParams]
  if (!known || !given.every(([name, value]) => Object.hasOwn(known, name) && known[name]!(value)))
    return null
  if (new Set(searchParams.keys()).size < given.length) return null
  const query = new URLSearchParams(given.sort()).toString()
  return { address: query ? `${pathname}?${query}` : pathname, ...chosenIn(cookie) }
}

/** What a reader chose at the foot and at the head of the pages. */
export function chosenIn(cookie: string): Pick<PageAsked, 'language' | 'view'> {
  const chosen = cookiesIn(cookie)
  const [language, view] = [chosen.get(languageCookie), chosen.get(viewCookie)]
  return {
    language: isLanguage(language) ? language : 'zh',
    view: isView(view) ? view : null,
  }
}

function cookiesIn(header: string): Map<string, string> {
  const pairs = header.split(';').map((pair) => pair.trim().split('='))
  return new Map(pairs.map(([name = '', value = '']) => [name, value]))
}
