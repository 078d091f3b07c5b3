import type { TextField } from 'payload'
import { hintsOn } from './texts'

type Words = { zh: string; en: string }

/** Several short texts, each ended by Enter. */
export const words = (name: string, label: Words, placeholder: Words): TextField => ({
  name,
  type: 'text',
  hasMany: true,
  label,
  admin: {
    placeholder,
    components: { afterInput: [hintsOn(name)] },
  },
})
