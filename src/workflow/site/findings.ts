import type { PayloadRequest } from 'payload'
import { siteLines, siteTextKeys, type SiteContent, type SiteText } from '@/access/site'
import { isGrave } from '../findings/findingKinds'
import type { Finding } from '../findings/findingsOf'
import { readFindings } from '../findings/readFindings'

/** Without the filing that must stand there: its number is no person's, whatever else stands beside it may be. */
function besideFiling(content: SiteContent, field: SiteText): string {
  const filing = siteLines[field]
  return filing ? content[field].replace(filing, '\n') : content[field]
}

/** Numbers of persons and listed words in the site's texts, field by field; the centre's own mobile numbers are none. */
export async function siteFindings(
  req: PayloadRequest,
  content: SiteContent,
  centre: string,
): Promise<Finding[]> {
  const found = await Promise.all(
    siteTextKeys
      .filter((key) => content[key] !== '')
      .map(async (field) => {
        const place = { req, unit: centre, categoryKey: null, topic: null }
        const text = { summary: besideFiling(content, field) }
        const inField = await readFindings({ ...place, library: 'notices' as const, text })
        return inField.filter(isGrave).map((finding) => ({ ...finding, field }))
      }),
  )
  return found.flat()
}
