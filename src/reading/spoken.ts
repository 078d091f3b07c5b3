import { longestSummary } from '@/access/rules'
import { caseHeadings } from '@/i18n/names'
import type { EntrySummary } from './entrySummary'
import { linesOf } from './linesOf'
import type { Contact } from './readContact'

type Spoken = Pick<EntrySummary, 'title' | 'summary' | 'unit' | 'validUntil'> & {
  html: string
  contact: Contact | null
}

/**
 * The answer as plain Chinese to be read aloud or pasted: question, answer, details, unit and phone,
 * validity, a line each. Lists are counted in Chinese, phone numbers grouped as they are spoken, and nobody
 * spells out an address of the web.
 */
export function spokenAnswer({ title, summary, html, unit, contact, validUntil }: Spoken): string {
  const details = linesOf(html)
  const lines = [
    // Notices and cases have no answer of their own: their text follows the title.
    summary ? `问：${title}` : sentence(title),
    summary && `答：${sentence(summary)}`,
    // A text of one sentence is often its own summary.
    ...details.filter((line) => sentence(line) !== sentence(summary)).map(sentence),
    sentence(`责任单位：${fullName(unit)}${contact?.phone ? `，咨询电话：${contact.phone}` : ''}`),
    validUntil ? `本答复有效至${dayOf(validUntil)}。` : '',
  ]
  return lines.filter(Boolean).map(readable).join('\n')
}

/** A unit as one says it where nobody sees what stands above it: 青山县民政局. */
export const fullName = ({ name, above }: Pick<EntrySummary['unit'], 'name' | 'above'>): string =>
  above && !name.includes(above) ? above + name : name

/** Ends as a sentence does. */
const sentence = (words: string): string =>
  words === '' || /[。！？；：!?;:]$/.test(words) ? words : `${words}。`

const webAddress = /(?:https?:\/\/|www\.)[\w\-.~:/?#[\]@!$&'()*+,;=%]+/gi
const mobile = /(?<!\d)(1[3-9]\d)(\d{4})(\d{4})(?!\d)/g
const landline = /(?<!\d)(0\d{2,3})[-—－ ]?(\d{3,4})(\d{4})(?!\d)/g
const hotline = /(?<!\d)([48]00)[-—－ ]?(\d{3})[-—－ ]?(\d{4})(?!\d)/g

const readable = (line: string): string =>
  line
    .replace(webAddress, '网站')
    .replace(hotline, '$1 $2 $3')
    .replace(mobile, '$1 $2 $3')
    .replace(landline, '$1 $2 $3')

const dayFormat = new Intl.DateTimeFormat('zh-CN', { dateStyle: 'long', timeZone: 'Asia/Shanghai' })

const dayOf = (instant: string): string => dayFormat.format(new Date(instant))

type Answering = Pick<EntrySummary, 'library' | 'summary'> & { html: string }

/**
 * What of an entry answers a caller: the summary its unit wrote, of a case its result, of what has neither the
 * beginning of its text. Empty where it holds no words at all.
 */
export function answerOf({ library, summary, html }: Answering): string {
  if (summary.trim() !== '') return summary.trim()
  if (library === 'cases') return resultOf(html)
  return beginningOf(linesOf(html).map(sentence))
}

/** The heading is ours: whatever was written in a case stands in paragraphs. */
function resultOf(html: string): string {
  const heading = `<h2>${caseHeadings.result}</h2>`
  const at = html.lastIndexOf(heading)
  return at < 0 ? '' : linesOf(html.slice(at + heading.length)).join('\n')
}

/** Whole lines as long as a summary may be; of a longer first one as many whole sentences, or what fits. */
function beginningOf(lines: readonly string[]): string {
  const whole = lines.join('')
  if (whole.length <= longestSummary) return whole
  const fits = [...whole.slice(0, longestSummary)]
  const end = fits.findLastIndex((character) => /[。！？；]/.test(character))
  const beginning = end > 0 ? fits.slice(0, end + 1) : fits.slice(0, -1)
  return `${beginning.join('')}……`
}
