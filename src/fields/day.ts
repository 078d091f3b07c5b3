import type { DateField, FieldHook } from 'payload'
import { endOfDay, startOfDay } from '@/shanghaiDay'

type Edge = 'start' | 'end'

/**
 * A day of Asia/Shanghai, stored as the instant at which it begins or (inclusive) ends. Takes
 * `YYYY-MM-DD` or any instant of the day.
 */
export const day = (name: string, edge: Edge, more: Partial<DateField>): DateField => ({
  name,
  type: 'date',
  ...more,
  hooks: { beforeValidate: [toEdge(edge)] },
  admin: {
    date: { pickerAppearance: 'dayOnly', displayFormat: 'yyyy-MM-dd' },
    ...more.admin,
    components: { Field: '@/components/admin/fields#DayField' },
  },
})

const toEdge =
  (edge: Edge): FieldHook =>
  ({ value }) => {
    if (value === undefined || value === null || value === '') return value === '' ? null : value
    const instant = edge === 'start' ? startOfDay(value) : endOfDay(value)
    // What is no date stays as it is, for the field's own validation to refuse.
    return instant?.toISOString() ?? value
  }
