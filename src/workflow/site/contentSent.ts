import { createHash } from 'node:crypto'
import { z } from 'zod'
import { isLegibleColor } from '@/access/palette'
import {
  emptySite,
  siteLines,
  siteTextKeys,
  siteTexts,
  type SiteContent,
  type SiteText,
} from '@/access/site'
import { siteNames, siteRefusals } from '@/i18n/site'
import { Refused } from '../Refused'
import { said, sentAs } from '../sentAs'
import { keptEmblem } from './emblem'

const text = (key: SiteText) =>
  said(z.string().default(''), {
    zh: `${siteNames[key].zh}须是文字。`,
    en: `${siteNames[key].en} must be a text.`,
  })

const emblem = { zh: siteRefusals.zh.emblem, en: siteRefusals.en.emblem }

/** All of the site's texts and looks; what is left out is empty. */
const sent = z.object({
  ...(Object.fromEntries(siteTextKeys.map((key) => [key, text(key)])) as Record<
    SiteText,
    ReturnType<typeof text>
  >),
  color: said(z.string().default(''), { zh: siteRefusals.zh.color, en: siteRefusals.en.color }),
  emblem: said(z.base64().max(2_000_000).or(z.literal('')).default(''), emblem),
})

/**
 * What was sent as it is kept, checked. Throws `Refused` that says what is wrong, of the first field in order.
 * @param known an emblem that is kept already, and is not drawn anew
 */
export async function contentSent(
  given: Record<string, unknown>,
  known: readonly string[],
): Promise<SiteContent> {
  const read = sentAs(sent, given)
  // Far longer than what is kept is not looked through.
  for (const key of siteTextKeys) if (read[key].length > 2 * siteTexts[key] + 2_000) tooLong(key)
  const texts = Object.fromEntries(siteTextKeys.map((key) => [key, tidy(read[key])]))
  const content = { ...emptySite, ...texts, color: read.color.trim().toLowerCase() }
  for (const key of siteTextKeys) checkText(key, content[key])
  if (content.color !== '' && !isLegibleColor(content.color))
    refuse('color', (texts) => texts.color)
  const isKept = read.emblem === '' || known.includes(read.emblem)
  return { ...content, emblem: isKept ? read.emblem : await keptEmblem(read.emblem) }
}

/** Lines end in one way; none ends in what is not seen, and no text in empty lines. */
const tidy = (text: string): string =>
  text
    .split(/\r\n?|\n/)
    .map((line) => line.trimEnd())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()

function checkText(key: SiteText, value: string): void {
  const most = siteTexts[key]
  const name = siteNames[key]
  if ([...value].length > most) tooLong(key)
  const isLine = most < 1000
  if (isLine && value.includes('\n'))
    refuse(key, (texts, language) => texts.oneLine(name[language]))
  const form = siteLines[key]
  if (value !== '' && form && !form.test(value))
    refuse(key, (texts) => texts.lines[key as 'icp' | 'police' | 'siteCode'])
}

const tooLong = (key: SiteText) =>
  refuse(key, (texts, language) => texts.tooLong(siteNames[key][language], siteTexts[key]))

type Texts = typeof siteRefusals.zh

function refuse(field: string, say: (texts: Texts, language: 'zh' | 'en') => string): never {
  const detail = { zh: say(siteRefusals.zh, 'zh'), en: say(siteRefusals.en, 'en') }
  throw new Refused('invalid', { fields: [field], detail })
}

/** Of all that citizens would see: an approval is of exactly this. */
export const siteHash = (content: SiteContent): string =>
  createHash('sha256')
    .update(JSON.stringify([...siteTextKeys, 'color', 'emblem'].map((key) => read(content, key))))
    .digest('hex')

const read = (content: SiteContent, key: string) => content[key as keyof SiteContent] ?? ''
