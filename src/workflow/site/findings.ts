import type { PayloadRequest } from 'payload'
import { siteTextKeys, type SiteContent, type SiteText } from '@/access/site'
import { isGrave } from '../findings/findingKinds'
import type { Finding } from '../findings/findingsOf'
import { readFindings } from '../findings/readFindings'

/** Numbers that the site must show are no person's: what they hold is checked where they are written. */
const numbered: readonly SiteText[] = ['icp', 'police', 'siteCode']

/** Numbers of persons and listed words in the site's texts, field by field; the centre's own mobile numbers are none. */
export async function siteFindings(
  req: PayloadRequest,
  content: SiteContent,
  centre: string,
): Promise<Finding[]> {
  const found = await Promise.all(
    siteTextKeys
      .filter((key) => content[key] !== '' && !numbered.includes(key))
      .map(async (field) => {
        const place = { req, unit: centre, categoryKey: null, topic: null }
        const text = { summary: content[field] }
        const inField = await readFindings({ ...place, library: 'notices' as const, text })
        return inField.filter(isGrave).map((finding) => ({ ...finding, field }))
      }),
  )
  return found.flat()
}
