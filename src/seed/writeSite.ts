import { createLocalReq, type Payload } from 'payload'
import sharp from 'sharp'
import { confirmations } from '@/access/rules'
import type { User } from '@/payload-types'
import { saveSite } from '@/workflow/site/saveSite'
import { openSite, takeSiteStep } from '@/workflow/site/takeSiteStep'
import { emblem, site } from './city/site'

type Given = { payload: Payload; now: Date; centre: User; approver: User }

const day = 24 * 60 * 60_000

/** The site of the demo city, drafted by the centre and approved by its leader as people do it. */
export async function writeSite({ payload, now, centre, approver }: Given): Promise<void> {
  const as = (user: User) =>
    createLocalReq({ user: { ...user, collection: 'users' as const } }, payload)
  const at = (daysAgo: number) => new Date(now.getTime() - daysAgo * day)
  const drawn = await sharp(Buffer.from(emblem)).png().toBuffer()
  const content = { ...site, emblem: drawn.toString('base64') }
  const { revision, hash } = await saveSite(
    await as(centre),
    { content, startedFrom: null },
    at(41),
  )
  const seen = { revision, hash }
  await takeSiteStep(await as(centre), 'submit', seen, at(41))
  const deciding = await as(approver)
  await openSite(deciding, seen)
  await takeSiteStep(deciding, 'approve', { ...seen, confirmed: [...confirmations] }, at(40))
}
