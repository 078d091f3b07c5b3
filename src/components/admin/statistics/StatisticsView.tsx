import { notFound } from 'next/navigation'
import type { AdminViewServerProps, Payload } from 'payload'
import { actorOf, type Actor } from '@/access/actor'
import { rowsSeen, statisticsSeen } from '@/access/statistics'
import { seesAllSearches } from '@/access/views'
import { adminPages } from '@/i18n/adminPages'
import type { Language } from '@/i18n/language'
import { statisticsTexts } from '@/i18n/statistics'
import { dayOf } from '@/shanghaiDay'
import { readAskedOften } from '@/statistics/readAsked'
import { spanOf, type Span } from '@/statistics/span'
import { readPeopleOf, readReturns, trendOf } from '@/workflow/reporting/beside'
import { linesOf } from '@/workflow/reporting/lines'
import { readStatistics, type Statistics } from '@/workflow/reporting/readStatistics'
import { spanWanted, statisticsWantedIn } from '@/workflow/reporting/wanted'
import { Refused } from '@/workflow/Refused'
import { unitsSeenBy } from '@/workflow/tree/readUnits'
import { AdminPage, PageHead } from '../AdminPage'
import { partAddress, questionAddress, rowsAddress, statisticsAddress } from './addresses'
import { Chart } from './Chart'
import { FigureTable } from './Figures'
import { PeriodChoice } from './Period'
import { Print } from './Print'
import { CategoriesTable, PeopleTable, StatesTable, UnitsTable } from './Tables'
import { TasksTable } from './TasksTable'
import { TrendTable } from './TrendTable'

/** 知识库统计: the figures of a period beside the one before, of the units one sees, each leading to what it counts. */
export async function StatisticsView(view: AdminViewServerProps) {
  const { req } = view.initPageResult
  const actor = actorOf(req.user)
  const seen = statisticsSeen(actor)
  if (!actor || seen === 'none') notFound()
  const language = req.i18n.language === 'en' ? 'en' : 'zh'
  const texts = statisticsTexts[language]
  const now = new Date()
  const { span, isWrong, unit: wanted } = spanIn(view.searchParams, now)
  const [statistics, units] = await Promise.all([
    readStatistics(req.payload, actor, { unit: wanted, span }).catch(orNotFound),
    unitsSeenBy(req.payload, seen),
  ])
  const unit = statistics.unit?.id
  const isOfRows = rowsSeen(actor) !== 'none'
  const file = (format: string) =>
    statisticsAddress({ span, unit }, '/api/statistics/export', { format })
  const title = adminPages.statistics.name[language]
  return (
    <AdminPage view={view} place={title} className="zk-page zk-statistics">
      <PageHead title={title}>
        <a className="zk-button" href={file('csv')} download>
          {texts.csv}
        </a>
        <a className="zk-button" href={file('xlsx')} download>
          {texts.excel}
        </a>
        <Print label={texts.print} />
      </PageHead>
      <p className="zk-soft zk-onscreen">{isOfRows ? texts.about : texts.aboutEvaluator}</p>
      {isWrong && (
        <p className="zk-error" role="alert">
          {texts.wrong}
        </p>
      )}
      <PeriodChoice
        {...{ span, unit, units, language, isOfAll: seen === 'everything', today: dayOf(now) }}
      />
      <h2>
        {statistics.unit ? texts.andBelow(statistics.unit.name) : texts.allUnits}{' '}
        <span className="zk-soft">{texts.span(span.from, span.to)}</span>
      </h2>
      <Whole {...{ payload: req.payload, actor, statistics, language }} />
      {isOfRows && <Done {...{ payload: req.payload, actor, statistics, language }} />}
      <TasksTable {...{ actor, units: statistics.units, span, language }} />
    </AdminPage>
  )
}

function spanIn(query: Record<string, unknown> | undefined, now: Date) {
  const wanted = statisticsWantedIn(query)
  try {
    return { span: spanWanted(wanted, now), isWrong: false, unit: wanted.unit }
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    return { span: spanOf('month', dayOf(now)), isWrong: true, unit: wanted.unit }
  }
}

/** What is not this person's is as if it were not there. */
function orNotFound(error: unknown): never {
  if (error instanceof Refused) notFound()
  throw error
}

type Props = { payload: Payload; actor: Actor; statistics: Statistics; language: Language }

/** What everybody sees who sees figures. */
async function Whole({ payload, actor, statistics, language }: Props) {
  const texts = statisticsTexts[language]
  const { span, before, unit, figures, figuresBefore, asked, askedBefore, stock, units } =
    statistics
  const lines = linesOf({ figures, asked }, { figures: figuresBefore, asked: askedBefore })
  const [trend, often] = await Promise.all([
    trendOf(payload, { span, unit: unit?.id }),
    readAskedOften(payload, span),
  ])
  // Days to come are no days without readings.
  const points = trend.filter((point) => point.span.from <= dayOf(new Date()))
  const [days, name] = [points.map((point) => point.span.from.slice(5)), texts.figures]
  const isOfRows = rowsSeen(actor) !== 'none'
  const to = (part: Parameters<typeof partAddress>[1]) =>
    isOfRows ? partAddress({ span, unit: unit?.id }, part) : null
  const values = (key: 'reads' | 'uses' | 'changed' | 'added') => points.map((point) => point[key])
  return (
    <>
      <div className="zk-statistics__pair">
        <div>
          <FigureTable {...{ actor, lines, span, before, unit: unit?.id, language }} />
          {isOfRows && !seesAllSearches(actor) && <p className="zk-soft">{texts.ofSearches}</p>}
        </div>
        <section>
          <h3>{texts.trend}</h3>
          <Chart
            label={texts.trend}
            days={days}
            series={[
              { name: name.reads, values: values('reads'), isBar: true },
              { name: name.uses, values: values('uses') },
            ]}
          />
          <TrendTable {...{ actor, points, unit: unit?.id, language }} />
        </section>
      </div>
      {units.length > 1 && (
        <section>
          <h2>{texts.byUnit}</h2>
          <UnitsTable {...{ actor, units, span, language }} />
        </section>
      )}
      <div className="zk-statistics__pair">
        <section>
          <h2>{texts.byState}</h2>
          <StatesTable {...{ stock, to, language }} />
          <h2>{texts.byCategory}</h2>
          <CategoriesTable {...{ stock, to, language }} />
        </section>
        <section>
          <h2>{texts.askedMost}</h2>
          <Questions
            {...{ actor, span, none: texts.askedNone }}
            rows={often.most.map((one) => ({ ...one, told: texts.askedBy(one.asked, one.askers) }))}
          />
          <h2>{texts.askedInVain}</h2>
          <Questions
            {...{ actor, span, none: texts.askedNone }}
            rows={often.inVain.map((one) => ({
              ...one,
              told: texts.vainBy(one.inVain, one.asked),
            }))}
          />
        </section>
      </div>
    </>
  )
}

type QuestionsProps = {
  actor: Actor
  span: Span
  none: string
  rows: readonly { query: string; told: string }[]
}

/** What was asked, leading to each time it was, for whom searches are. */
function Questions({ actor, span, none, rows }: QuestionsProps) {
  if (rows.length === 0) return <p className="zk-soft">{none}</p>
  return (
    <ol className="zk-rows">
      {rows.map(({ query, told }) => {
        const href = questionAddress(actor, query, span)
        return (
          <li key={query}>
            {href ? <a href={href}>{query}</a> : query}
            <span className="zk-soft">{told}</span>
          </li>
        )
      })}
    </ol>
  )
}

/** What names entries and people: for those of the units, and the centre. */
async function Done({ payload, actor, statistics, language }: Props) {
  const texts = statisticsTexts[language]
  const { span, unit, units } = statistics
  const [people, returns] = await Promise.all([
    readPeopleOf(payload, { span, units }),
    readReturns(payload, actor, { span, unit: unit?.id }),
  ])
  const all = rowsAddress(actor, 'returned', { span, unit: unit?.id })
  return (
    <>
      <section>
        <h2>{texts.returns}</h2>
        {returns.length === 0 && <p className="zk-soft">{texts.returnsNone}</p>}
        <ol className="zk-rows">
          {returns.map(({ id, entry, library, title, unit, reason }) => (
            <li key={id}>
              <a href={`/admin/collections/${library}/${entry}`}>{title}</a>
              <span className="zk-soft">{unit}</span>
              <span className="zk-rows__reason">{reason}</span>
            </li>
          ))}
        </ol>
        {returns.length > 0 && all && (
          <a className="zk-link" href={all}>
            {texts.allReturns}
          </a>
        )}
      </section>
      <section>
        <h2>{texts.people}</h2>
        <PeopleTable {...{ people, span, language }} />
      </section>
    </>
  )
}
