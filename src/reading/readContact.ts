import { findLive, type Reader } from './live'

/** How to reach a unit, as its approved entries 联络方式 and 办公地址 say. */
export type Contact = {
  phone: string | null
  address: string | null
  hours: string | null
  /** Number of the entry the phone was read from. */
  number: string | null
}

/** The unit's contact as this audience may see it; null where no visible entry gives one. */
export async function readContact(reader: Reader, unit: string): Promise<Contact | null> {
  const { rows } = await findLive(reader, {
    columns: ['number', 'topic', 'contact'],
    where: { and: [{ unit: { equals: unit } }, { topic: { in: ['contact', 'office'] } }] },
    limit: 2,
  })
  const contact = rows.find((row) => row.topic === 'contact')
  const office = rows.find((row) => row.topic === 'office')
  const phone = contact?.contact?.phone ?? null
  const address = office?.contact?.address ?? contact?.contact?.address ?? null
  const hours = contact?.contact?.hours ?? office?.contact?.hours ?? null
  if (!phone && !address && !hours) return null
  return { phone, address, hours, number: contact?.number ?? null }
}
