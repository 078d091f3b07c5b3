import { longestSummary } from '@/access/rules'
import { caseHeadings } from '@/i18n/names'
import type { EntrySummary } from './entrySummary'
import { linesOf } from './linesOf'
import { sentence } from './spoken'

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
