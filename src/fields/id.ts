import type { Field } from 'payload'
import { serverOnly } from '@/access/granted'

/** Text ids made by us, the same on every database. */
export const id: Field = {
  name: 'id',
  type: 'text',
  access: serverOnly,
  admin: { hidden: true, disabled: true },
}
