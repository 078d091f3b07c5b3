import type { EntrySummary } from '@/reading/entrySummary'
import type { Contact } from '@/reading/readContact'
import type { Entry } from '@/reading/readEntry'
import { answerOf } from '@/reading/spoken'

type Props = { data: Record<string, unknown> | null }

/** What a page says, for search engines: data that no browser runs. */
export function StructuredData({ data }: Props) {
  if (!data) return null
  const __html = safeJson({ '@context': 'https://schema.org', ...data })
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html }} />
}

/** JSON that no word in it can end: none of what HTML takes for a mark is left as it is. */
export const safeJson = (data: unknown): string =>
  JSON.stringify(data).replace(
    /[<>&\u2028\u2029]/g,
    (mark) => `\\u${mark.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )

/** Addresses are whole: `site` is where this portal stands. */
type Site = string

/** Categories whose entries tell how something is done at a unit. */
const ofService = new Set(['powers', 'services'])

/**
 * What an entry's page says in the words of schema.org, from the live text alone: knowledge as a question with
 * the unit's own answer, and where it tells how something is done as a service too; the rest as an article.
 * Null for what citizens may not read.
 */
export function entryData(entry: Entry, site: Site): Record<string, unknown> | null {
  if (!entry.openToPublic) return null
  const url = `${site}/e/${entry.number}`
  const unit = unitData({ ...entry.unit, contact: entry.contact }, site)
  const answer = answerOf(entry)
  const common = { url, inLanguage: 'zh-CN', dateModified: entry.approvedAt, ...expiry(entry) }
  if (entry.library !== 'knowledge') {
    const headline = { headline: entry.title, description: answer || undefined }
    return { '@type': 'Article', ...headline, ...common, author: unit, publisher: unit }
  }
  const acceptedAnswer = { '@type': 'Answer', text: answer, url, author: unit }
  const mainEntity = [{ '@type': 'Question', name: entry.title, acceptedAnswer }]
  const question = { '@type': 'FAQPage', ...common, publisher: unit, mainEntity }
  if (!entry.category || !ofService.has(entry.category.key)) return question
  const service = {
    '@type': 'GovernmentService',
    ...{ name: entry.title, description: answer, url, provider: unit, serviceOperator: unit },
  }
  return { '@graph': [question, service] }
}

const expiry = ({ validUntil }: Pick<EntrySummary, 'validUntil'>) =>
  validUntil ? { expires: validUntil } : {}

type Unit = { id: string; name: string; contact: Contact | null }

/** A unit, and how it is reached as its approved entries say. */
export function unitData({ id, name, contact }: Unit, site: Site): Record<string, unknown> {
  const telephone = contact?.phone?.split(/[;；\n]+/).map((line) => line.trim())
  return {
    '@type': 'GovernmentOrganization',
    ...{ name, url: `${site}/units/${id}` },
    ...(telephone ? { telephone } : {}),
    ...(contact?.address ? { address: contact.address } : {}),
  }
}

type Named = { name: string; longName: string; content: { hostedBy: string } }

/** The portal itself, whose it is, and how it is searched. */
export const siteData = ({ name, longName, content }: Named, site: Site) => ({
  '@type': 'WebSite',
  ...{ name: longName, alternateName: name, url: `${site}/`, inLanguage: 'zh-CN' },
  ...(content.hostedBy
    ? { publisher: { '@type': 'GovernmentOrganization', name: content.hostedBy } }
    : {}),
  potentialAction: {
    '@type': 'SearchAction',
    target: `${site}/search?q={search_term_string}`,
    'query-input': 'required name=search_term_string',
  },
})
