import type { Payload, PayloadRequest } from 'payload'
import type { ListedWord } from './listedWords'

/** The centre's list as it stands in the settings; `req` where it is read within a transaction. */
export async function readListedWords(
  payload: Payload,
  req?: PayloadRequest,
): Promise<ListedWord[]> {
  const { listedWords } = await payload.findGlobal({
    slug: 'settings',
    overrideAccess: true,
    depth: 0,
    ...(req ? { req } : {}),
  })
  return (listedWords ?? []).map(({ word, advice }) => ({ word, advice: advice ?? '' }))
}
