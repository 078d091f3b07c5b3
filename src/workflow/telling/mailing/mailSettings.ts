import type { Endpoint } from 'payload'
import { z } from 'zod'
import { actorOf } from '@/access/actor'
import { mailChoices } from '@/access/telling'
import { addressSent } from './addressSent'
import { answer, bodyOf } from '../../answer'
import { Refused } from '../../Refused'
import { said, sentAs } from '../../sentAs'

const settings = z.object({
  choice: said(z.enum(mailChoices), {
    zh: `choice 只能是 ${mailChoices.join('、')} 之一。`,
    en: `choice must be one of ${mailChoices.join(', ')}.`,
  }),
  email: addressSent(),
})

/**
 * `POST /api/users/mail` `{ email, choice }`: where one's own mails go (empty: nowhere) and how often they come.
 * 200 `{ email, choice }`.
 */
export const mailSettingsEndpoint: Endpoint = answer('post', '/mail', async (req) => {
  const actor = actorOf(req.user)
  if (!actor) throw new Refused('notSignedIn')
  const { email, choice } = sentAs(settings, await bodyOf(req))
  await req.payload.update({
    collection: 'users',
    id: actor.id,
    data: { email: email || null, mailChoice: choice },
    overrideAccess: true,
    depth: 0,
    req,
  })
  return { email, choice }
})
