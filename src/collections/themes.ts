import type { NumberFieldSingleValidation } from 'payload'
import { longestTheme, placesOfTheme } from '@/access/themes'
import { serverText } from '@/fields/server'
import { keepTheme } from '@/hooks/centre'
import { guardThemeDeletion } from '@/hooks/themes'
import { themeTexts } from '@/i18n/themes'
import { ofTheCentre } from './closed'

const { first, last } = placesOfTheme

const wholePlace: NumberFieldSingleValidation = (value, { req }) => {
  const place = value ?? last
  if (Number.isInteger(place) && place >= first && place <= last) return true
  return themeTexts[req.i18n.language === 'en' ? 'en' : 'zh'].place(first, last)
}

/** 主题: events of life under which citizens find answers, whichever unit gives them. */
export const KeptThemes = ofTheCentre({
  slug: 'keptThemes',
  labels: {
    singular: { zh: '主题', en: 'Theme' },
    plural: { zh: '主题', en: 'Themes' },
  },
  useAsTitle: 'title',
  keep: keepTheme,
  beforeDelete: guardThemeDeletion,
  fields: [
    {
      name: 'title',
      type: 'text',
      required: true,
      maxLength: longestTheme,
      label: { zh: '名称', en: 'Name' },
      admin: {
        description: {
          zh: `市民的一件人生大事，如 生育、上学、住房，不超过 ${longestTheme} 字；改名后各处都用新名称`,
          en: `An event of life, at most ${longestTheme} characters; renamed, it has its new name everywhere`,
        },
      },
    },
    {
      name: 'order',
      type: 'number',
      ...{ min: first, max: last, defaultValue: last, validate: wholePlace },
      label: { zh: '顺序', en: 'Place' },
      admin: { step: 1, description: { zh: '小的在前', en: 'The lowest comes first' } },
    },
    {
      name: 'isOff',
      type: 'checkbox',
      defaultValue: false,
      label: { zh: '停用', en: 'Switched off' },
      admin: {
        description: {
          zh: '停用后读者看不到它，编写时也不能再选；已选它的知识不变',
          en: 'Readers see it no longer and writers cannot choose it; entries that have it stay as they are',
        },
      },
    },
    serverText('by'),
  ],
})
