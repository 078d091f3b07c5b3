import type { Field, TextField } from 'payload'
import { nobody } from '@/access/granted'
import { longestQuery } from '@/access/searching'
import { serverText } from './server'

/** A whole query, as people type it. */
export const askedQuery = (description: { zh: string; en: string }): TextField => ({
  name: 'query',
  type: 'text',
  required: true,
  maxLength: longestQuery,
  label: { zh: '查询', en: 'Query' },
  admin: { description },
})

/** The entry that is meant: chosen from what is published, or sent as its id or number. */
export const chosenEntry: Field[] = [
  {
    name: 'entry',
    type: 'text',
    required: true,
    label: { zh: '内容', en: 'Entry' },
    admin: { components: { Field: '@/components/admin/steps/fields#EntryField' } },
  },
  {
    name: 'entryTitle',
    type: 'text',
    label: { zh: '内容', en: 'Entry' },
    access: { create: nobody, update: nobody },
    admin: { hidden: true },
  },
  serverText('number', { label: { zh: '编号', en: 'Number' } }),
]
