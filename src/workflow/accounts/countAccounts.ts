import type { PayloadRequest } from 'payload'

/** How many accounts there are (`n`), and how many of them are switched off (`m`). */
export async function countAccounts(req: PayloadRequest): Promise<{ n: number; m: number }> {
  const all = await req.payload.count({ collection: 'users', overrideAccess: true, req })
  const off = await req.payload.count({
    collection: 'users',
    where: { isActive: { not_equals: true } },
    overrideAccess: true,
    req,
  })
  return { n: all.totalDocs, m: off.totalDocs }
}
