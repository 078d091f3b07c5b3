import type { RelationshipField, RelationshipFieldManyValidation } from 'payload'

/** 主题: of the centre's list, those under which citizens look for this answer. */
export const themes = (validate: RelationshipFieldManyValidation): RelationshipField => ({
  name: 'themes',
  type: 'relationship',
  relationTo: 'keptThemes',
  hasMany: true,
  validate,
  label: { zh: '主题', en: 'Themes' },
  filterOptions: { isOff: { not_equals: true } },
  admin: {
    allowCreate: false,
    allowEdit: false,
    sortOptions: 'order',
    description: {
      zh: '市民会在哪些人生大事下找它，如 生育、上学、住房；可以不选',
      en: 'Under which events of life citizens look for it; none is needed',
    },
  },
})
