import type { Block, Field } from 'payload'
import { channelWays, materialChoices, type Names } from './partFields'
import { parts, type Part } from './serviceItem'

const text = (name: string): Field => ({ name, type: 'text' })
const choice = (name: string, options: Names): Field => ({
  name,
  type: 'select',
  options: Object.entries(options).map(([value, label]) => ({ value, label })),
})
const content: Field = { name: 'content', type: 'textarea' }

/** What a block stores beside its one text. Nothing is required: what is empty is a finding, not a refusal. */
const fieldsOf: Partial<Record<Part, Field[]>> = {
  materials: [
    {
      name: 'items',
      type: 'array',
      fields: [
        text('name'),
        { name: 'original', type: 'number', min: 0 },
        { name: 'copies', type: 'number', min: 0 },
        ...Object.entries(materialChoices).map(([name, options]) => choice(name, options)),
        text('note'),
      ],
    },
  ],
  timeLimit: [content, text('statutory')],
  channels: [
    { name: 'items', type: 'array', fields: [choice('way', channelWays), text('detail')] },
    content,
  ],
  free: [text('heading'), content],
}

/** May be empty while a text is written, and readers are shown nothing of it. */
export const serviceItemBlocks: Block[] = parts.map(({ slug, label }) => ({
  slug,
  interfaceName: `ServiceItem${slug.charAt(0).toUpperCase()}${slug.slice(1)}`,
  labels: { singular: label, plural: label },
  admin: { disableBlockName: true },
  fields: fieldsOf[slug] ?? [content],
}))
