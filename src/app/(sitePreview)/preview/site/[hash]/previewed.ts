import { cache } from 'react'
import { visitor } from '@/app/visitor'
import { shownSite } from '@/components/portal/shownSite'
import { siteVersionSeen } from '@/workflow/site/readSite'

/** The site in these words, which nobody approved yet, for whoever may see them; null for everybody else. */
export const previewedSite = cache(async (hash: string) => {
  const { payload, person, language } = await visitor()
  const content = person && (await siteVersionSeen(payload, person, hash))
  return content ? shownSite(content, language, null) : null
})
