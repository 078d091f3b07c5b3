import { beforeAll, describe, expect, it } from '@jest/globals'
import type { Library } from '@/access/rules'
import { anyone, as, type Person } from '../server/people'
import { foundCity, hire } from './city'
import { copyOf, publish, take, write, type Entry } from './entries'
import { expectHidden, expectVisible } from './visible'

type Open = 'copy' | 'closed' | 'units' | 'public'
const switches: Record<Open, object> = {
  copy: { openToUnits: true, openToPublic: true },
  closed: { openToUnits: false, openToPublic: false },
  units: { openToUnits: true, openToPublic: false },
  public: { openToUnits: true, openToPublic: true },
}
/** What there is in each library: a plan is never on the website, and every unit reads a live case. */
const kinds: Record<Library, readonly Open[]> = {
  knowledge: ['copy', 'closed', 'units', 'public'],
  plans: ['copy', 'closed', 'units'],
  notices: ['copy', 'closed', 'units', 'public'],
  cases: ['copy', 'units', 'public'],
}

type Row = [string, string[], { copy: boolean; sees: Open[] }]
const everything: Open[] = ['closed', 'units', 'public']
// prettier-ignore
const rows: Row[] = [
  ['22.1 an editor and an approver of the unit: working copies and whatever is live', ['editor', 'approver'], { copy: true, sees: everything }],
  ['22.2 an editor and an approver of the unit above: the same, reading only', ['editorAbove', 'approverAbove'], { copy: true, sees: everything }],
  ['22.3 staff of the unit: no working copies, and whatever is live', ['staff'], { copy: false, sees: everything }],
  ['22.4 people of other units: what is open to units', ['stranger', 'staffAbove'], { copy: false, sees: ['units', 'public'] }],
  ['22.5 an agent: no working copies, and whatever is live', ['agent'], { copy: false, sees: everything }],
  ['22.6 the centre: working copies and whatever is live', ['centre'], { copy: true, sees: everything }],
  ['22.7 operator, auditor and the public: what is open to the public', ['operator', 'auditor', 'public'], { copy: false, sees: ['public'] }],
]

const entries: { library: Library; open: Open; entry: Entry }[] = []
const readers: Record<string, Person> = {}

beforeAll(async () => {
  const city = await foundCity()
  const { bureau, county, editor, approver, stranger } = city
  const centre = await as('centre')
  Object.assign(readers, { editor, approver, stranger, centre, public: anyone() })
  for (const name of ['agent', 'operator', 'auditor']) readers[name] = await as(name)
  for (const role of ['editor', 'approver', 'staff'] as const)
    readers[`${role}Above`] = await hire(county, role)
  readers.staff = await hire(bureau, 'staff')
  for (const library of Object.keys(kinds) as Library[]) {
    for (const open of kinds[library]) {
      const writer = library === 'cases' ? centre : editor
      const given = [bureau, switches[open], library] as const
      const isLive = open !== 'copy'
      const entry =
        isLive && library !== 'cases'
          ? await publish(city, ...given)
          : await write(writer, ...given)
      if (isLive && library === 'cases') await take(centre, entry, 'publish', { confirmed: true })
      entries.push({ library, open, entry })
    }
  }
}, 180_000)

describe('the table of who sees what, row by row, in every library', () => {
  it.each(rows)(
    '%s',
    async (_says, names, { copy, sees }) => {
      for (const reader of names.map((name) => readers[name] as Person)) {
        for (const { library, open, entry } of entries) {
          const isCopyRead = (await copyOf(reader, entry)).status === 200
          expect([library, open, isCopyRead]).toEqual([library, open, copy])
          await (sees.includes(open) ? expectVisible : expectHidden)(entry, reader)
        }
      }
    },
    180_000,
  )
})
