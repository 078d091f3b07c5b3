import { headers as nextHeaders } from 'next/headers'
import { redirect } from 'next/navigation'
import { getPayload, type SanitizedConfig } from 'payload'
import { actorOf } from '@/access/actor'
import { rolesInAdmin } from '@/access/rules'

/**
 * Who has nothing to do in the admin is shown the way instead of a refusal: to a new password where one
 * is due, otherwise to the desk. Signing out stays possible.
 */
export async function sendElsewhere(
  config: Promise<SanitizedConfig>,
  segments: readonly string[],
): Promise<void> {
  if (segments[0]?.startsWith('logout')) return
  const payload = await getPayload({ config })
  const { user } = await payload.auth({ headers: await nextHeaders() })
  if (user?.collection !== 'users') return
  if (user.mustChangePassword) redirect('/password')
  const actor = actorOf(user)
  if (actor && !actor.roles.some((role) => rolesInAdmin.includes(role))) redirect('/desk')
}
