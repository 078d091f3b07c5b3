import type { PayloadRequest } from 'payload'
import type { ListedWord } from './listedWords'

/** The centre's list as it stands in the settings. */
export async function readListedWords(req: PayloadRequest): Promise<ListedWord[]> {
  const { listedWords } = await req.payload.findGlobal({
    slug: 'settings',
    overrideAccess: true,
    depth: 0,
    req,
  })
  return (listedWords ?? []).map(({ word, advice }) => ({ word, advice: advice ?? '' }))
}
