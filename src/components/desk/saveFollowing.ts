import { at } from '@/base'
import { followingTexts } from '@/i18n/following'
import { htmlLang, type Language } from '@/i18n/language'
import type { Following } from '@/workflow/telling/following'

/** Sends what one follows from now on; null once it is saved, else a sentence that says why not. */
export async function saveFollowing(
  language: Language,
  following: Following & { email?: string },
): Promise<string | null> {
  const texts = followingTexts[language]
  try {
    const response = await fetch(at('/api/users/following'), {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'accept-language': htmlLang[language] },
      body: JSON.stringify(following),
    })
    if (response.ok) return null
    if (response.status === 401) return texts.expired
    const { detail } = (await response.json()) as { detail?: string }
    return detail ?? texts.failed
  } catch {
    return texts.failed
  }
}
