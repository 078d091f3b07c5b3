import type { Endpoint } from 'payload'
import { actorOf } from '@/access/actor'
import { mailChoices } from '@/access/telling'
import { answer, bodyOf } from '../../answer'
import { Refused } from '../../Refused'

const longest = 254

/**
 * `POST /api/users/mail` `{ email, choice }`: where one's own mails go (empty: nowhere) and how often they come.
 * 200 `{ email, choice }`.
 */
export const mailSettingsEndpoint: Endpoint = answer('post', '/mail', async (req) => {
  const actor = actorOf(req.user)
  if (!actor) throw new Refused('notSignedIn')
  const { email, choice } = await bodyOf(req)
  const chosen = mailChoices.find((known) => known === choice)
  if (!chosen) throw new Refused('invalid', { fields: ['choice'] })
  if (typeof email !== 'string' || !isAddress(email.trim())) {
    throw new Refused('invalid', {
      fields: ['email'],
      detail: { zh: '请填写一个邮箱地址。', en: 'Give one mail address.' },
    })
  }
  await req.payload.update({
    collection: 'users',
    id: actor.id,
    data: { email: email.trim() || null, mailChoice: chosen },
    overrideAccess: true,
    depth: 0,
    req,
  })
  return { email: email.trim(), choice: chosen }
})

/** One address or none at all. */
const isAddress = (text: string) =>
  text === '' ||
  (text.length <= longest && /^[^\s@,;<>()"]+@[^\s@,;<>()"]+\.[^\s@,;<>()"]+$/.test(text))
