import { notFound, redirect } from 'next/navigation'
import type { SanitizedConfig } from 'payload'
import { actorOf } from '@/access/actor'
import { isGranted } from '@/access/granted'
import { rolesInAdmin } from '@/access/rules'
import { searchOf } from './addresses'
import { whoIsHere } from './whoIsHere'

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
