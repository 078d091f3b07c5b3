import { at } from '@/base'
import type { Language } from '@/i18n/language'

/** The task it became, or is part of. */
export type ToldOf = { id: string; number: string; isNew: boolean }

/**
 * Tells of what is missing or wrong, also while the page is left; a refusal comes back as its sentence, empty where no
 * server answers, or the session has ended.
 */
export async function sendReport(
  language: Language,
  body: object,
): Promise<{ told: ToldOf } | { refusal: string }> {
  try {
    const response = await fetch(at('/api/tasks'), {
      method: 'POST',
      keepalive: true,
      headers: { 'content-type': 'application/json', 'accept-language': language },
      body: JSON.stringify(body),
    })
    if (response.status === 401) return { refusal: '' }
    const answer = (await response.json()) as { tasks?: ToldOf[]; detail?: string }
    const told = answer.tasks?.[0]
    return told ? { told } : { refusal: answer.detail ?? '' }
  } catch {
    return { refusal: '' }
  }
}
