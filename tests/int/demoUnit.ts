import type { Person } from '../server/people'
import type { Row } from './answers'
import type { Unit } from './city'
import { write, type Entry } from './entries'

/** A new entry of an editor of the demo city, in their own unit. */
export async function draftOf(editor: Person): Promise<Entry> {
  const nodes = await editor.get<{ docs: Row[] }>('/api/nodes?limit=0&depth=0')
  const me = await editor.get<{ user: { unit: string | Row } }>('/api/users/me?depth=0')
  const { unit } = me.body.user
  const id = typeof unit === 'string' ? unit : unit.id
  const services = nodes.body.docs.find(
    ({ parent, category }) => parent === id && category === 'services',
  )
  const categories = { services: services?.id } as Unit['categories']
  return write(editor, { id, name: '', categories })
}
