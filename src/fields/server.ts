import type { Field, NumberField, TextField } from 'payload'
import { serverOnly } from '@/access/granted'

/** Text ids made by us, the same on every database. */
export const id: Field = {
  name: 'id',
  type: 'text',
  access: serverOnly,
  admin: { hidden: true, disabled: true },
}

/** In no form; a list may show it. */
export const unseen = { hidden: true }

/** A text that only the server writes; readable, never in a form. */
export const serverText = (name: string, more: Partial<TextField> = {}): TextField =>
  ({ name, type: 'text', access: serverOnly, admin: unseen, ...more }) as TextField

/** A number that only the server writes. */
export const serverNumber = (name: string, more: Partial<NumberField> = {}): NumberField =>
  ({ name, type: 'number', access: serverOnly, admin: unseen, ...more }) as NumberField
