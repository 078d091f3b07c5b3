import type { Endpoint } from 'payload'
import { z } from 'zod'
import { actorOf } from '@/access/actor'
import { isForWeekly } from '@/access/statistics'
import { mailChoices } from '@/access/telling'
import { addressSent, noAddress } from './addressSent'
import { answer, bodyOf } from '../../answer'
import { Refused } from '../../Refused'
import { orNone, said, sentAs } from '../../sentAs'

const settings = z.object({
  choice: said(z.enum(mailChoices), {
    zh: `choice 只能是 ${mailChoices.join('、')} 之一。`,
    en: `choice must be one of ${mailChoices.join(', ')}.`,
  }),
  email: addressSent(),
  isWeekly: orNone(z.boolean()),
})

/**
 * `POST /api/users/mail` `{ email, choice, isWeekly? }`: where one's own mails go (empty: nowhere), how often they come,
 * and whether the figures of each week do (每周简报; left out: as it is). 200 `{ email, choice, isWeekly }`; 403
 * `notAllowed` to whoever is told no such figures, 400 `invalid` where they are to come and there is no address.
 */
export const mailSettingsEndpoint: Endpoint = answer('post', '/mail', async (req) => {
  const actor = actorOf(req.user)
  if (!actor) throw new Refused('notSignedIn')
  const { email, choice, isWeekly: wanted } = sentAs(settings, await bodyOf(req))
  if (wanted && !isForWeekly(actor)) throw new Refused('notAllowed')
  if (wanted && email === '') throw new Refused('invalid', noAddress)
  const before = (req.user as { weeklySince?: string | null }).weeklySince ?? null
  const isWeekly = wanted ?? before !== null
  // Whoever begins to be told is told of the weeks from now on.
  const weeklySince = isWeekly ? (before ?? new Date().toISOString()) : null
  await req.payload.update({
    collection: 'users',
    id: actor.id,
    data: { email: email || null, mailChoice: choice, weeklySince },
    overrideAccess: true,
    depth: 0,
    req,
  })
  return { email, choice, isWeekly }
})
