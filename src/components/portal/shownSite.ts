import { paletteOf } from '@/access/palette'
import type { SiteContent } from '@/access/site'
import type { Language } from '@/i18n/language'
import { siteWords, type SiteWords } from '@/i18n/sitePages'

/** The site of the city as pages show it to one reader. */
export type ShownSite = SiteWords & {
  content: SiteContent
  /** Where the emblem is, as a path of this site or as its own data; null where there is none. */
  emblem: string | null
  /** What it is called, on paper. */
  signature: string
  /** Sets the colours, where the centre chose one. */
  css: string
}

/**
 * @param emblemKey of an emblem that was approved, which everybody may fetch; one that was not stands in the page itself
 */
export const shownSite = (
  content: SiteContent,
  language: Language,
  emblemKey: string | null,
): ShownSite => {
  const words = siteWords(content, language)
  return {
    ...words,
    signature: `${words.name} · ${words.longName}`,
    content,
    emblem: emblemOf(content, emblemKey),
    css: content.color === '' ? '' : cssOf(content.color),
  }
}

const emblemOf = ({ emblem }: SiteContent, key: string | null): string | null => {
  if (emblem === '') return null
  return key === null ? `data:image/png;base64,${emblem}` : `/emblem.png?v=${key}`
}

/** After the style sheets whatever their order: each rule says `:root` once more than theirs. */
function cssOf(color: string): string {
  const { light, dark, elder } = paletteOf(color)
  const hero = (from: string, to: string) =>
    `background:linear-gradient(180deg,${from} 0,${to} 100%)`
  const usual = ':root:root:not([data-view])'
  return [
    `:root:root{--brand:${light.brand};--brand-deep:${light.deep}}`,
    `${usual} .hero{${hero(light.hero, light.heroDeep)}}`,
    `@media screen and (prefers-color-scheme:dark){${usual}{--brand:${dark.brand};--brand-deep:${dark.deep}}`,
    `${usual} .hero{${hero(dark.hero, dark.heroDeep)}}`,
    `${usual} :is(.button,.button:hover,.chips a[aria-current],.chips a[aria-current] .count){background:${dark.fill}}`,
    `${usual} .site-mark svg{color:${dark.fill}}}`,
    `:root:root[data-view]{--brand:${elder.brand};--brand-deep:${elder.deep}}`,
  ].join('')
}
