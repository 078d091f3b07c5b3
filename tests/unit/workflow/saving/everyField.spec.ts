import { describe, expect, it } from '@jest/globals'
import { flattenAllFields, type Field, type FlattenedField } from 'payload'
import { Cases, Notices, Plans } from '@/collections/otherLibraries'
import { Judgements, Placements, Terms } from '@/collections/searching'
import { Knowledge } from '@/collections/Knowledge'
import { Media } from '@/collections/Media'
import { Nodes } from '@/collections/Nodes'
import { Settings } from '@/collections/Settings'
import { Systems } from '@/collections/Systems'
import { Users } from '@/collections/Users'
import { wrongValues } from '@/workflow/saving/textSent'

const entities: { slug: string; fields: Field[] }[] = [
  ...[Knowledge, Plans, Notices, Cases, Nodes, Users, Systems, Media, Terms, Placements],
  ...[Judgements, Settings],
]

/** What no field takes, but for one that holds fields or any text of the editor. */
const never: unknown[] = [[[]], [[7]], [{ toString: 1 }, 7]]
const noRecord = { toString: 1 }
const holdsRecords: FlattenedField['type'][] = ['group', 'richText']

const writable = entities.flatMap(({ slug, fields }) =>
  flattenAllFields({ fields })
    .filter((field) => wrongValues([field], { [field.name]: [[]] }).length > 0 || isOpen(field))
    .map((field) => ({ name: `${slug}.${field.name}`, field })),
)

/** Nobody's but the server's fields are passed over: what was sent for them is left out. */
function isOpen(field: FlattenedField): boolean {
  const isVirtual = 'virtual' in field && Boolean(field.virtual)
  const access = 'access' in field ? field.access : undefined
  return !isVirtual && access?.update?.({} as never) !== false
}

describe('every field that somebody may write', () => {
  it('is among these', () => {
    const names = writable.map(({ name }) => name)
    const expected = ['knowledge.summary', 'cases.content', 'users.roles', 'settings.remindAfter']
    expect(names).toEqual(expect.arrayContaining(expected))
  })

  it.each(writable)('refuses what it does not take: $name', ({ field }) => {
    const refused = holdsRecords.includes(field.type) ? never : [...never, noRecord]
    for (const value of refused) {
      const wrong = wrongValues([field], { [field.name]: value }).map(({ path }) => path)
      expect(wrong.map((path) => path.split('.')[0])).toContain(field.name)
    }
  })
})
