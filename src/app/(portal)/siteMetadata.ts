import type { Metadata } from 'next'
import { at } from '@/base'
import type { ShownSite } from '@/components/portal/shownSite'
import { env } from '@/env'

/** What every page says of its site, where it says nothing else itself. */
export function siteMetadata({ name, longName, lead, emblem, signature }: ShownSite): Metadata {
  const icon = emblem ? [{ url: at(emblem), type: 'image/png' }] : usualIcons
  return {
    title: { default: signature, template: `%s · ${name}` },
    description: lead,
    icons: { icon },
    openGraph: {
      // Title and description are each page's own.
      ...{ type: 'website', locale: 'zh_CN', siteName: longName },
      ...pictureOf(emblem),
    },
    twitter: { card: 'summary' },
  }
}

const usualIcons = [{ url: at('/favicon.ico'), sizes: '48x48' }, { url: at('/icon.svg') }]

/** What stands beside a link to a page where it is shared: the emblem, where it was approved. */
export const pictureOf = (emblem: string | null) =>
  emblem?.startsWith('/') ? { images: [{ url: env.site + emblem }] } : {}
