import { findLive, type LiveRow, type Reader } from './live'

/** How to reach a unit, as its approved entries 联络方式 and 办公地址 say. */
export type Contact = {
  phone: string | null
  address: string | null
  hours: string | null
  /** Number of the entry the phone was read from. */
  number: string | null
}

/** What tells how a unit is reached. */
export const contactColumns = ['number', 'unit', 'topic', 'contact'] as const
const isContact = { topic: { in: ['contact', 'office'] } }

type Row = Pick<LiveRow, (typeof contactColumns)[number]>

/** The unit's contact as this audience may see it; null where no visible entry gives one. */
export async function readContact(reader: Reader, unit: string): Promise<Contact | null> {
  const where = { and: [{ unit: { equals: unit } }, isContact] }
  const { rows } = await findLive(reader, { columns: contactColumns, where, limit: 2 })
  return contactIn(rows)
}

/** The same of all units, by their ids; those without one are not in it. */
export async function readContacts(reader: Reader): Promise<Map<string, Contact>> {
  const { rows } = await findLive(reader, { columns: contactColumns, where: isContact, limit: 0 })
  const byUnit = new Map<string, Row[]>()
  for (const row of rows) byUnit.set(row.unit, [...(byUnit.get(row.unit) ?? []), row])
  return new Map(
    [...byUnit].flatMap(([unit, own]) => {
      const contact = contactIn(own)
      return contact ? [[unit, contact] as const] : []
    }),
  )
}

export function contactIn(rows: readonly Row[]): Contact | null {
  const contact = rows.find((row) => row.topic === 'contact')
  const office = rows.find((row) => row.topic === 'office')
  const phone = contact?.contact?.phone ?? null
  const address = office?.contact?.address ?? contact?.contact?.address ?? null
  const hours = contact?.contact?.hours ?? office?.contact?.hours ?? null
  if (!phone && !address && !hours) return null
  return { phone, address, hours, number: contact?.number ?? null }
}
