import type { CheckboxField } from 'payload'

/**
 * A switch without preset: yes, no or not chosen yet (null). Payload's own checkbox cannot show the
 * third state, so the admin draws two radio buttons.
 */
export const choice = (
  name: string,
  label: { zh: string; en: string },
  description: { zh: string; en: string },
): CheckboxField => ({
  name,
  type: 'checkbox',
  label,
  admin: {
    description,
    components: {
      Field: '@/components/admin/ChoiceField#ChoiceField',
    },
  },
})
