import { bulletinsFor } from '@/access/bulletins'
import { postedBulletins, readBulletins, receiptId } from '@/reading/bulletins'
import { confirmBulletin } from '@/workflow/bulletins/confirm'
import { Refused } from '@/workflow/Refused'
import type { Asked } from './client'
import { noteConfirmed } from './deskEvents'
import { personOf } from './records'

/** What stands on the desk of who asks: of people alone, for a system neither confirms nor is told. */
export const bulletins = async (asked: Asked) => ({
  bulletins: await readBulletins(asked.reader, personOf(asked).id),
})

/** 已阅: of what they see now; confirmed again it is the same. */
export async function confirmed(asked: Asked) {
  const { payload, params, reader } = asked
  const person = personOf(asked)
  const posted = await postedBulletins(payload)
  const found = posted.filter(({ bulletin }) => bulletin.id === params.id)
  const [seen] = bulletinsFor(found, reader.audience, reader.now.getTime())
  if (!found[0] || !seen) throw new Refused('notFound')
  const { id: bulletin } = seen
  await confirmBulletin(payload, {
    ...{ id: receiptId(bulletin, person.id), bulletin, entry: found[0].entry },
    ...{ person, at: reader.now },
  })
  noteConfirmed(payload, person.id)
  return { bulletin }
}
