import { cache } from 'react'
import { shownSite } from '@/components/portal/shownSite'
import { readSite } from '@/reading/site'
import { visitor } from './visitor'

/** The site as it was approved, in the reader's language; asked once a request. */
export const siteNow = cache(async () => {
  const { payload, language } = await visitor()
  const { content, emblemKey } = await readSite(payload)
  return shownSite(content, language, emblemKey)
})
