import { cookies as nextCookies, headers as nextHeaders } from 'next/headers'
import { notFound, redirect } from 'next/navigation'
import { getPayload, getRequestLanguage, type Payload, type SanitizedConfig } from 'payload'
import { cache } from 'react'
import { type Actor, actorOf } from '@/access/actor'
import { isGranted } from '@/access/granted'
import { libraries, rolesInAdmin } from '@/access/rules'
import { adminPages, missingTexts, pageGroups } from '@/i18n/adminPages'
import { auditTexts } from '@/i18n/auditDetails'
import { messageTexts } from '@/i18n/inbox'
import type { Language } from '@/i18n/language'
import { listTexts } from '@/i18n/lists'
import { ownAccountTexts } from '@/i18n/ownAccount'
import { versionTexts } from '@/i18n/reviewing'
import { centreUnit } from '@/workflow/site/versions'
import { titleOf } from '@/workflow/namesOf'
import { searchOf } from './addresses'
import { pageAt, pagesOf } from './pagesOf'

/** Who opens a page of the admin, and in which language; looked up once for a page. */
export const whoIsHere = cache(async (given: Promise<SanitizedConfig>) => {
  const [config, headers, cookies] = await Promise.all([given, nextHeaders(), nextCookies()])
  const payload = await getPayload({ config })
  const { user } = await payload.auth({ headers })
  const asked = getRequestLanguage({ config, cookies, headers })
  const language: Language = asked === 'en' ? 'en' : 'zh'
  return { payload, language, user: user?.collection === 'users' ? user : null }
})

/** Payload's pages of signing in and of passwords; there is one page to sign in, and no mail resets a password. */
const signingIn = ['login', 'forgot', 'reset', 'create-first-user', 'unauthorized']

/**
 * Who has nothing to do in the admin is shown the way instead of a refusal: to a new password where one
 * is due, otherwise to the desk. Nobody signed in is asked to sign in first, and then comes back.
 */
export async function sendElsewhere(
  config: Promise<SanitizedConfig>,
  segments: readonly string[],
  query: Record<string, unknown>,
): Promise<void> {
  const [first = '', second] = segments
  if (first === 'logout') redirect('/logout')
  if (first === 'logout-inactivity') redirect(`${signInThen(wanted())}&expired=1`)
  if (signingIn.includes(first) || second === 'verify') redirect(signInThen(wanted()))
  const { user } = await whoIsHere(config)
  if (!user) redirect(signInThen(here()))
  if (user.mustChangePassword) redirect('/password')
  const actor = actorOf(user)
  if (actor && !actor.roles.some((role) => rolesInAdmin.includes(role))) redirect('/desk')
  // Who reads the settings but decides none of them meets what they decide where it applies.
  if (first === 'globals' && !isGranted(user, 'settings', 'update')) notFound()

  function here(): string {
    const search = searchOf(query)
    const path = ['/admin', ...segments].join('/')
    return `${path}${search.size > 0 ? `?${search}` : ''}`
  }

  function wanted(): string {
    return typeof query.redirect === 'string' ? query.redirect : '/admin'
  }
}

const signInThen = (to: string): string => `/login?${new URLSearchParams({ to })}`

/** What shows pages that keep the addresses Payload gives them; no second address of the same pages. */
const ours = ['list', 'record', 'versions']

/**
 * Lists, audit records and versions keep the addresses Payload gives them, `/admin/collections/…`; what is shown
 * there are views of ours. Null for every other page, which is shown as it is asked for.
 */
export function shownAs(segments: readonly string[]): string[] | null {
  const [first = '', slug, id, more, version] = segments
  if (ours.includes(first)) notFound()
  if (first !== 'collections' || !slug) return null
  if (!id) return ['list', slug]
  // Payload's page of what its API answers, and what lies behind pages that have nothing behind them.
  if (more && more !== 'versions') notFound()
  if (more) return ['versions', slug, id, ...(version ? [version] : [])]
  return slug === 'audit' ? ['record', id] : null
}

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
  const page = pageAt(
    pagesOf(actor, language, await centreUnit({ payload })),
    pathname,
    searchOf(query),
  )
  const list = page?.name ?? (library && pageGroups[library][language]) ?? null
  const isClosed = !list && (first === 'globals' || slug === 'audit')
  if (isClosed) return missingTexts[language].title
  if (first !== 'collections' || !id) return list
  if (more === 'versions') return versionTexts[language].title
  if (slug === 'audit') return auditTexts[language].record
  if (id === 'create') return list && `${listTexts[language].add} · ${list}`
  return library ? titleOf(payload, actor, id) : null
}
