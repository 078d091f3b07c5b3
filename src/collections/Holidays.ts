import type { NumberFieldSingleValidation } from 'payload'
import { serverText } from '@/fields/server'
import { nobody } from '@/access/granted'
import { keepHolidays } from '@/hooks/centre'
import { ofTheCentre } from './closed'

const wholeYear: NumberFieldSingleValidation = (value, { req }) =>
  (Number.isInteger(value) && Number(value) >= 2020 && Number(value) <= 2100) ||
  (req.i18n.language === 'en' ? 'A year from 2020 to 2100.' : '请填写 2020 至 2100 年之间的年份。')

/** 节假日安排: the State Council's notice for a year, by which working days are counted. */
export const Holidays = ofTheCentre({
  slug: 'holidays',
  labels: {
    singular: { zh: '节假日安排', en: 'Holidays' },
    plural: { zh: '节假日安排', en: 'Holidays' },
  },
  useAsTitle: 'title',
  keep: keepHolidays,
  fields: [
    {
      name: 'year',
      type: 'number',
      required: true,
      min: 2020,
      max: 2100,
      validate: wholeYear,
      label: { zh: '年份', en: 'Year' },
      admin: { step: 1 },
    },
    {
      name: 'document',
      type: 'text',
      maxLength: 60,
      label: { zh: '文号', en: 'Document' },
      admin: { placeholder: '国办发明电〔2026〕1号' },
    },
    {
      name: 'notice',
      type: 'textarea',
      required: true,
      maxLength: 5_000,
      label: { zh: '通知全文', en: 'The notice' },
      admin: {
        components: { Field: '@/components/admin/holidays/NoticeField#NoticeField' },
        description: {
          zh: '国务院办公厅关于部分节假日安排的通知，原样粘贴或从文本文件读入。保存时逐日核对星期和天数，有不符的不予保存。',
          en: 'As the General Office of the State Council published it. Weekdays and numbers of days are checked.',
        },
      },
    },
    {
      name: 'told',
      type: 'textarea',
      label: { zh: '读出的安排', en: 'What was read from it' },
      access: { create: nobody, update: nobody },
      admin: { readOnly: true, condition: (data) => Boolean(data.told) },
    },
    {
      name: 'daysOff',
      type: 'json',
      access: { create: nobody, update: nobody },
      admin: { hidden: true },
    },
    {
      name: 'worked',
      type: 'json',
      access: { create: nobody, update: nobody },
      admin: { hidden: true },
    },
    serverText('title'),
    // The year: one notice of each, on every database.
    serverText('slot', { unique: true }),
    serverText('by'),
  ],
})
