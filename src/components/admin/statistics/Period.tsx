import type { Language } from '@/i18n/language'
import { statisticsTexts } from '@/i18n/statistics'
import { periodOf, periods, spanAfter, spanBefore, spanOf, type Span } from '@/statistics/span'
import type { Choice } from '@/workflow/tree/readUnits'
import { UnitOptions } from '../parts'
import { statisticsAddress, statisticsPath } from './addresses'

type Props = {
  span: Span
  unit?: string
  /** Whose figures may be chosen, in the tree's order. */
  units: readonly Choice[]
  /** Where all units together may be seen. */
  isOfAll: boolean
  today: string
  language: Language
}

/** Which days and whose: a period of the calendar, the one before and after, or any days. */
export function PeriodChoice({ span, unit, units, isOfAll, today, language }: Props) {
  const texts = statisticsTexts[language]
  const shown = periodOf(span)
  const day = span.to < today ? span.to : today
  const to = (other: Span) => statisticsAddress({ span: other, unit })
  return (
    <div className="zk-period">
      <nav className="zk-filter" aria-label={texts.periodLabel}>
        {periods.map((period) => (
          <a
            key={period}
            href={to(spanOf(period, day))}
            aria-current={period === shown ? 'page' : undefined}
          >
            {texts.period[period]}
          </a>
        ))}
        <a href={to(spanBefore(span))} rel="prev">
          {texts.earlier}
        </a>
        {span.to < today && (
          <a href={to(spanAfter(span))} rel="next">
            {texts.later}
          </a>
        )}
      </nav>
      <form className="zk-filters" method="get" action={statisticsPath} aria-label={texts.filter}>
        {(['from', 'to'] as const).map((name) => (
          <label key={name}>
            {texts[name]}
            <input type="date" name={name} defaultValue={span[name]} required />
          </label>
        ))}
        {units.length > 1 && (
          <select name="unit" aria-label={texts.unit} defaultValue={unit ?? ''}>
            {isOfAll && <option value="">{texts.allUnits}</option>}
            <UnitOptions units={units} />
          </select>
        )}
        <button type="submit" className="zk-button">
          {texts.show}
        </button>
      </form>
    </div>
  )
}
