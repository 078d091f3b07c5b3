import type { Actor } from '@/access/actor'
import type { Language } from '@/i18n/language'
import { statisticsTexts } from '@/i18n/statistics'
import type { Span } from '@/statistics/span'
import { groupOf, nameOf, type Line, type LineKey } from '@/workflow/reporting/lines'
import { Heads } from '../parts'
import { rowsAddress } from './addresses'

type Props = {
  actor: Actor
  lines: readonly Line[]
  span: Span
  before: Span
  unit?: string
  /** The report it stands in. */
  report?: string
  /** Whether its numbers lead on: not where they are of more than this person sees elsewhere. */
  isLinked?: boolean
  language: Language
}

/** Each figure of a period beside the one before; each leads to what it counts, where that is for this person. */
export function FigureTable(props: Props) {
  const { actor, lines, span, before, unit, report, isLinked = true, language } = props
  const texts = statisticsTexts[language]
  const to = (key: LineKey, of: Span) =>
    isLinked ? rowsAddress(actor, key, { span: of, unit, report }) : null
  const groups = [...new Set(lines.map(({ group }) => group))]
  return (
    <table className="zk-stats">
      <caption className="zk-soft">
        {texts.before} {texts.span(before.from, before.to)}
      </caption>
      <Heads heads={[texts.figure, texts.now, texts.before, texts.change]} />
      {groups.map((group) => (
        <tbody key={group}>
          <tr>
            <th scope="rowgroup" colSpan={4} className="zk-stats__group">
              {groupOf(group, language)}
            </th>
          </tr>
          {lines
            .filter((line) => line.group === group)
            .map((line) => (
              <tr key={line.key}>
                <th scope="row">{nameOf(line.key, language)}</th>
                <td>
                  <Number_ n={line.now} href={to(line.key, span)} {...{ line, language }} />
                </td>
                <td>
                  <Number_ n={line.before} href={to(line.key, before)} {...{ line, language }} />
                </td>
                <td className="zk-soft zk-stats__change">
                  <Change line={line} />
                </td>
              </tr>
            ))}
        </tbody>
      ))}
    </table>
  )
}

type NumberProps = {
  n: number | null
  href: string | null
  line: Pick<Line, 'isHours'>
  language: Language
}

function Number_({ n, href, line, language }: NumberProps) {
  const said = toldOf(n, line.isHours, language)
  return n !== null && n > 0 && href ? <a href={href}>{said}</a> : said
}

export function toldOf(n: number | null, isHours: boolean, language: Language): string {
  const texts = statisticsTexts[language]
  if (n === null) return texts.none
  return isHours ? texts.hours(n) : n.toLocaleString('en-US')
}

/** No percentage of less than 20: of few little follows. */
const leastOfPercentage = 20

/** By how much it changed, and by which part. */
function Change({ line: { now, before, isHours } }: { line: Line }) {
  if (isHours || now === null || before === null) return null
  const difference = now - before
  if (difference === 0) return '0'
  const sign = difference > 0 ? '+' : '−'
  const part = Math.round((Math.abs(difference) / before) * 100)
  return (
    <>
      <span>
        {sign}
        {Math.abs(difference).toLocaleString('en-US')}
      </span>
      {before >= leastOfPercentage && (
        <span>
          {' '}
          ({sign}
          {part} %)
        </span>
      )}
    </>
  )
}
