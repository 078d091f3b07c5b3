import { askedForm } from '@/search/text/normalise'
import { soundOf } from '@/search/text/pinyin'
import type { Reader } from './live'
import { readContacts, type Contact } from './readContact'
import { readTree, type TreeUnit } from './readTree'
import { isOfGroup, unitGroups, type UnitGroup } from './unitGroups'

export type Listed = {
  id: string
  name: string
  contact: Contact | null
  /** All it is found by, each without blanks inside: its name first, phone, address, and the sound of the name. */
  findable: string
}

/** Units that stand together: of one kind, or of a county, which is named. */
export type Group = {
  kind: UnitGroup
  county: { id: string; name: string } | null
  units: Listed[]
}

/** 通讯录: every unit in the tree's order with how to reach it, as its approved entries say to this reader. */
export async function readDirectory(reader: Reader): Promise<Group[]> {
  const [units, contacts] = await Promise.all([readTree(reader), readContacts(reader)])
  const listed = (unit: TreeUnit): Listed => {
    const contact = contacts.get(unit.id) ?? null
    return { id: unit.id, name: unit.name, contact, findable: findableOf(unit.name, contact) }
  }
  return unitGroups.flatMap((kind): Group[] => {
    const some = units.filter((unit) => isOfGroup(unit, kind))
    if (kind !== 'regions')
      return some.length > 0 ? [{ kind, county: null, units: some.map(listed) }] : []
    return some.map(({ id, name, units: below }) => {
      return { kind, county: { id, name }, units: below.map(listed) }
    })
  })
}

function findableOf(name: string, contact: Contact | null): string {
  const sounds = soundsOf(name)
  const initials = sounds.map(([first = '']) => first).join('')
  const told = [name, contact?.phone ?? '', contact?.address ?? ''].map(askedForm)
  return [...told, sounds.join(''), initials].filter(Boolean).join(' ')
}

/** Names hardly change, and there are hundreds of them. */
const sounded = new Map<string, string[]>()

function soundsOf(name: string): string[] {
  const sounds = sounded.get(name) ?? soundOf(name)
  if (sounded.size > 5_000) sounded.clear()
  sounded.set(name, sounds)
  return sounds
}
