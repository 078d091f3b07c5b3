import type { Endpoint } from 'payload'
import { z } from 'zod'
import { actorOf } from '@/access/actor'
import { mailChoices } from '@/access/telling'
import { answer, bodyOf } from '../../answer'
import { Refused } from '../../Refused'
import { said, sentAs } from '../../sentAs'

const longest = 254

/** One address or none at all. */
const isAddress = (text: string) =>
  text === '' || /^[^\s@,;<>()"]+@[^\s@,;<>()"]+\.[^\s@,;<>()"]+$/.test(text)

const settings = z.object({
  choice: said(z.enum(mailChoices), {
    zh: `choice 只能是 ${mailChoices.join('、')} 之一。`,
    en: `choice must be one of ${mailChoices.join(', ')}.`,
  }),
  email: said(z.string().trim().max(longest).refine(isAddress), {
    zh: '请填写一个邮箱地址。',
    en: 'Give one mail address.',
  }),
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
