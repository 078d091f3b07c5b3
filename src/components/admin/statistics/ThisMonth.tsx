import { statisticsTexts } from '@/i18n/statistics'
import { dayOf } from '@/shanghaiDay'
import { spanOf } from '@/statistics/span'
import { linesOf } from '@/workflow/reporting/lines'
import { readStatistics } from '@/workflow/reporting/readStatistics'
import type { SectionProps } from '../Overview'
import { statisticsPath } from './addresses'
import { FigureTable } from './Figures'

/** For evaluators, who come for nothing else: this month beside the one before. */
export async function ThisMonth({ req, actor, language }: SectionProps) {
  const texts = statisticsTexts[language]
  const span = spanOf('month', dayOf(new Date()))
  const found = await readStatistics(req.payload, actor, { span })
  const { figures, figuresBefore, asked, askedBefore, before } = found
  const lines = linesOf({ figures, asked }, { figures: figuresBefore, asked: askedBefore })
  return (
    <section>
      <h2>{texts.thisMonth}</h2>
      <FigureTable {...{ actor, lines, span, before, language }} />
      <p>
        <a className="zk-link" href={statisticsPath}>
          {texts.title}
        </a>
      </p>
    </section>
  )
}
