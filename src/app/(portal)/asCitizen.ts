import { audienceOf } from '@/access/audience'
import { visitor } from '@/app/visitor'

/** Whoever opened the page, reading what citizens may read: what staff may see more of is at the desk. */
export async function asCitizen() {
  const { reader, ...asked } = await visitor()
  return { ...asked, reader: { ...reader, audience: audienceOf(null) } }
}
