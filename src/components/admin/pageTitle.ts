import type { Payload, SanitizedConfig } from 'payload'
import { actorOf, type Actor } from '@/access/actor'
import { libraries } from '@/access/rules'
import { adminPages, pageGroups, missingTexts } from '@/i18n/adminPages'
import { auditTexts } from '@/i18n/auditDetails'
import type { Language } from '@/i18n/language'
import { listTexts } from '@/i18n/lists'
import { messageTexts } from '@/i18n/inbox'
import { ownAccountTexts } from '@/i18n/ownAccount'
import { versionTexts } from '@/i18n/reviewing'
import { titleOf } from '@/workflow/namesOf'
import { searchOf } from './addresses'
import { pageAt, pagesOf } from './pagesOf'
import { whoIsHere } from './whoIsHere'

/**
 * What the browser calls a page of the admin: the word of the menu, or the entry's own title where this person
 * reads it. Null where Payload's own words are as good.
 */
export async function pageTitle(
  config: Promise<SanitizedConfig>,
  segments: readonly string[],
  query: Record<string, unknown>,
): Promise<string | null> {
  const { payload, language, user } = await whoIsHere(config)
  const actor = actorOf(user)
  if (!actor) return null
  const name = await nameOf({ payload, actor, language, segments, query })
  return name && `${name} · 知库`
}

type Given = {
  payload: Payload
  actor: Actor
  language: Language
  segments: readonly string[]
  query: Record<string, unknown>
}

async function nameOf({ payload, actor, language, segments, query }: Given) {
  const [first, slug, id, more] = segments
  if (!first) return adminPages.home.name[language]
  if (first === 'messages') return messageTexts[language].title
  if (first === 'account') return ownAccountTexts[language].title
  const library = libraries.find((known) => known === slug)
  const pathname = `/admin/${segments.slice(0, 2).join('/')}`
  const page = pageAt(pagesOf(actor, language), pathname, searchOf(query))
  const list = page?.name ?? (library && pageGroups[library][language]) ?? null
  const isClosed = !list && (first === 'globals' || slug === 'audit')
  if (isClosed) return missingTexts[language].title
  if (first !== 'collections' || !id) return list
  if (more === 'versions') return versionTexts[language].title
  if (slug === 'audit') return auditTexts[language].record
  if (id === 'create') return list && `${listTexts[language].add} · ${list}`
  return library ? titleOf(payload, actor, id) : null
}
