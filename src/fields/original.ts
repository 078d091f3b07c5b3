import type { TextField, TextFieldSingleValidation } from 'payload'
import { basedOnTexts } from '@/i18n/basedOn'

const { zh, en } = basedOnTexts

/** 依据的上级事项: the number of the entry of a unit above on the same matter. */
export const basedOn = (validate: TextFieldSingleValidation): TextField => ({
  name: 'basedOn',
  type: 'text',
  maxLength: 20,
  validate,
  label: { zh: zh.basedOn, en: en.basedOn },
  admin: {
    description: { zh: zh.description, en: en.description },
    components: { Field: '@/components/admin/entry/BasedOn#BasedOn' },
  },
})
