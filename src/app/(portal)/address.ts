import type { Metadata } from 'next'
import { withoutBase } from '@/base'
import { categoryKeys, libraries } from '@/access/rules'
import { themeKey } from '@/access/themes'
import { env } from '@/env'
import { FRESHNESS_DAYS } from '@/search/types'

export type Search = Promise<Record<string, string | string[] | undefined>>

/** A page's parameters, leniently: what is not understood is as if it were not there. */
export async function parametersOf(search: Search) {
  const given = await search
  const one = (name: string) => {
    const value = given[name]
    return (Array.isArray(value) ? value[0] : value)?.trim() || undefined
  }
  const page = Number(one('page'))
  const unit = one('unit')
  const theme = one('theme')
  return {
    words: (one('q') ?? '').slice(0, 200),
    library: libraries.find((library) => library === one('library')),
    unit: unit && /^[\w-]{1,64}$/.test(unit) ? unit : undefined,
    category: categoryKeys.find((key) => key === one('category')),
    theme: theme && themeKey.test(theme) ? theme : undefined,
    freshness: FRESHNESS_DAYS.find((days) => String(days) === one('freshness')),
    page: Number.isInteger(page) && page >= 1 && page <= 10_000 ? page : 1,
  }
}

/** A page behind the last, of a list that has grown shorter or of an address typed by hand: the last is shown. */
export const isBeyond = (page: number, last: number): boolean => page > Math.max(1, last)

/** An address of this site with those parameters that say something. */
export function addressWith(
  path: string,
  given: Record<string, string | number | undefined>,
): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(given)) {
    if (value !== undefined && value !== '' && !(name === 'page' && Number(value) <= 1)) {
      query.set(name, String(value))
    }
  }
  const text = query.toString()
  return text ? `${path}?${text}` : path
}

/** The one address under which search engines are to know a page, however it was reached. */
export const canonical = (path: string): Pick<Metadata, 'alternates'> => ({
  alternates: { canonical: env.site + path },
})

/** A path of this site as it is written here, else the fallback: nobody is led elsewhere after signing in. */
export function localPath(to: string | undefined, fallback: string): string {
  const here = 'http://here.invalid'
  if (!to?.startsWith('/') || !URL.canParse(to, here)) return fallback
  const url = new URL(to, here)
  const path = withoutBase(url.pathname)
  // To browsers `//elsewhere.cn` is another host, also where a dot or this site's own path stood before it.
  return url.origin === here && !path.startsWith('//') ? path + url.search : fallback
}
