import { audienceOf } from '@/access/audience'
import { entryFrom, type Entry } from '@/reading/readEntry'
import { previewOf } from '@/workflow/preview/kept'
import { visitor } from './visitor'

/**
 * The text this person asked to preview, null for everybody else. What stands around it (related entries, the
 * unit's phone) is what citizens may read, or for agents' eyes what this person may read.
 */
export async function previewedEntry(
  token: string,
  by: 'citizens' | 'agents',
): Promise<Entry | null> {
  const { reader, person } = await visitor()
  const row = person && previewOf(person.id, token)
  if (!row) return null
  return entryFrom(by === 'citizens' ? { ...reader, audience: audienceOf(null) } : reader, row)
}
