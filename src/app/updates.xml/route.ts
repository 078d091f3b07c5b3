import escapeHtml from 'escape-html'
import { getPayload } from 'payload'
import config from '@payload-config'
import { audienceOf } from '@/access/audience'
import { categoryKeys } from '@/access/rules'
import { env } from '@/env'
import { categoryNames } from '@/i18n/names'
import { siteWords } from '@/i18n/sitePages'
import { updateTexts } from '@/i18n/updates'
import { findUnit, readTree } from '@/reading/readTree'
import { readSite } from '@/reading/site'
import { readUpdates, type Update } from '@/reading/updates'

// Next 16.4 takes a file of this name for fixed unless told otherwise.
export const dynamic = 'force-dynamic'

/** So long a feed goes back, in milliseconds. */
const month = 30 * 24 * 60 * 60 * 1000

const texts = updateTexts.zh

/** RSS 2.0 of what came, changed or went for citizens within a month: of all, of a unit, of a category. */
export async function GET(request: Request): Promise<Response> {
  const payload = await getPayload({ config })
  const now = new Date()
  const reader = { payload, audience: audienceOf(null), now }
  const asked = new URL(request.url).searchParams
  const unitId = asked.get('unit')
  const key = asked.get('category')
  const unit = unitId === null ? null : findUnit(await readTree(reader), unitId)
  const category = categoryKeys.find((one) => one === key)
  if ((unitId !== null && !unit) || (key !== null && !category))
    return new Response(null, { status: 404 })
  const since = new Date(now.getTime() - month)
  const { updates } = await readUpdates(reader, {
    ...{ since, unit: unit?.id, category },
    isBrief: true,
  })
  const names = [unit?.name, category && categoryNames[category].zh].filter(Boolean)
  const site = siteWords((await readSite(payload)).content, 'zh')
  const title = texts.feed(names.length > 0 ? names.join(' · ') : site.longName)
  const link = unit ? `${env.site}/units/${unit.id}` : `${env.site}/`
  const items = updates.map(itemOf).join('')
  const channel = `${element('title', title)}${element('link', link)}${element('description', texts.about)}`
  return new Response(
    `<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>${channel}<language>zh-cn</language>${items}</channel></rss>\n`,
    {
      headers: {
        'content-type': 'application/rss+xml; charset=utf-8',
        'cache-control': 'no-store',
      },
    },
  )
}

const element = (name: string, text: string): string => `<${name}>${escapeHtml(text)}</${name}>`

function itemOf({ kind, at, entry, sentence }: Update): string {
  const link = `${env.site}/e/${entry.number}`
  const said = kind === 'withdrawn' ? (sentence ?? texts.noSentence) : entry.summary
  const parts = [
    element('title', `【${texts.kinds[kind]}】${entry.title || entry.number}`),
    element('link', link),
    `<guid isPermaLink="false">${escapeHtml(`${entry.number}@${at}`)}</guid>`,
    element('pubDate', new Date(at).toUTCString()),
    // Readers take it for HTML.
    element('description', escapeHtml(said)),
    element('dc:creator', entry.unit.name),
  ]
  return `<item>${parts.join('')}</item>`
}
