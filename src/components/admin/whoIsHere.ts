import { cookies as nextCookies, headers as nextHeaders } from 'next/headers'
import { getPayload, getRequestLanguage, type SanitizedConfig } from 'payload'
import { cache } from 'react'
import type { Language } from '@/i18n/language'

/** Who opens a page of the admin, and in which language; looked up once for a page. */
export const whoIsHere = cache(async (given: Promise<SanitizedConfig>) => {
  const [config, headers, cookies] = await Promise.all([given, nextHeaders(), nextCookies()])
  const payload = await getPayload({ config })
  const { user } = await payload.auth({ headers })
  const asked = getRequestLanguage({ config, cookies, headers })
  const language: Language = asked === 'en' ? 'en' : 'zh'
  return { payload, language, user: user?.collection === 'users' ? user : null }
})
