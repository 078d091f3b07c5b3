import type { Actor } from '@/access/actor'
import type { Language } from '@/i18n/language'
import { statisticsTexts } from '@/i18n/statistics'
import { trendKeys, type Point } from '@/statistics/readTrend'
import { Heads } from '../parts'
import { rowsAddress } from './addresses'

type Props = { actor: Actor; points: readonly Point[]; unit?: string; language: Language }

/** The numbers of the picture, each leading to what it counts. */
export function TrendTable({ actor, points, unit, language }: Props) {
  const texts = statisticsTexts[language]
  return (
    <details className="zk-details">
      <summary>{texts.trendTable}</summary>
      <table className="zk-stats">
        <Heads heads={[texts.periodLabel, ...trendKeys.map((key) => texts.figures[key])]} />
        <tbody>
          {points.map((point) => (
            <tr key={point.span.from}>
              <th scope="row">{texts.span(point.span.from, point.span.to)}</th>
              {trendKeys.map((key) => {
                const href = rowsAddress(actor, key, { span: point.span, unit })
                return (
                  <td key={key}>
                    {point[key] && href ? <a href={href}>{point[key]}</a> : point[key]}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}
