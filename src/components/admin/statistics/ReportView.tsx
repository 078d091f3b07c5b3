import { notFound } from 'next/navigation'
import type { AdminViewServerProps } from 'payload'
import { actorOf, type Actor } from '@/access/actor'
import { mayTakeReport, objectsFor, reportSteps, type ReportStep } from '@/access/reports'
import { isSeen, rowsSeen, statisticsSeen } from '@/access/statistics'
import { adminPages } from '@/i18n/adminPages'
import type { Language } from '@/i18n/language'
import { reportTexts, reportTitle } from '@/i18n/reports'
import { statisticsTexts } from '@/i18n/statistics'
import { secondOf } from '@/shanghaiDay'
import { scoreKeys, sumOf } from '@/statistics/figures'
import { spanBefore } from '@/statistics/span'
import { linesOf, nameOf } from '@/workflow/reporting/lines'
import { readReport, type Objection, type Report } from '@/workflow/reporting/reports'
import { AdminPage, PageHead } from '../AdminPage'
import { reportsPath } from './addresses'
import { FigureTable } from './Figures'
import { Print } from './Print'
import { DecideButton, ObjectButton, PublishButton } from './ReportActions'
import { UnitsTable } from './Tables'
import { TasksTable } from './TasksTable'

/** The figures of a month or a year as they were frozen: to be objected to, decided, published and printed. */
export async function ReportView(view: AdminViewServerProps) {
  const { req } = view.initPageResult
  const actor = actorOf(req.user)
  const id = String(view.params?.segments?.[1] ?? '')
  const report = actor && (await readReport(req.payload, actor, id))
  if (!actor || !report) notFound()
  const language = req.i18n.language === 'en' ? 'en' : 'zh'
  const texts = reportTexts[language]
  const { publishedAt, publishedByName, frozenAt, units, facts } = report
  const name = reportTitle(id, language)
  const span = { from: report.from, to: report.to }
  const may = (step: ReportStep) => mayTakeReport(actor, step, facts) === null
  const objecting = objectsFor(actor).filter(
    (unit) => mayTakeReport(actor, 'object', facts, unit) === null,
  )
  // The same units then: a month that is published holds those of all.
  const before = await readReport(req.payload, actor, idBefore(report))
  const ids = new Set(units.map((unit) => unit.id))
  const together = (of: Report) => ({
    figures: sumOf(of.units.filter((unit) => ids.has(unit.id)).map((unit) => unit.figures)),
  })
  const rows = rowsSeen(actor)
  const isNamed = rows !== 'none'
  const isWhole = units.length > 1
  // What was not counted yet when it was frozen is not told as none.
  const isKept = (key: string, of: Report | null = report) =>
    of !== null && key in of.meanings[language]
  const lines = linesOf(together(report), before && together(before))
    .filter(({ key }) => isKept(key))
    .map((line) => (isKept(line.key, before) ? line : { ...line, before: null }))
  const meanings = Object.entries(report.meanings[language]).filter(([key]) => key !== 'formula')
  return (
    <AdminPage
      view={view}
      place={name}
      above={[{ label: adminPages.reports.name[language], url: reportsPath }]}
      className="zk-page zk-statistics"
    >
      <PageHead title={(publishedAt ? texts.report : texts.draft)(name)}>
        {objecting.length > 0 && (
          <ObjectButton
            report={id}
            units={units
              .filter((unit) => objecting.includes(unit.id))
              .map(({ id, name }) => ({ id, name }))}
          />
        )}
        {may('publish') && <PublishButton report={id} />}
        <Print label={texts.print} />
      </PageHead>
      <p className="zk-soft">
        {texts.frozen(secondOf(frozenAt))}{' '}
        {isNamed && <span className="zk-onscreen">{texts.leading}</span>}
        {publishedAt
          ? ` ${texts.publishedBy(isNamed ? (publishedByName ?? '') : '', secondOf(publishedAt))}`
          : !facts.isOver && ` ${texts.until(report.until)}`}
      </p>
      <WhyNot {...{ actor, report, language }} />
      <h2>{isWhole ? texts.whole : units[0]?.name}</h2>
      <FigureTable
        {...{ actor, span, before: spanBefore(span), report: id, language }}
        lines={lines}
        isLinked={!isWhole || rows === 'everything'}
        unit={isWhole ? undefined : units[0]?.id}
      />
      {isWhole && (
        <section>
          <h2>{texts.units}</h2>
          <UnitsTable
            {...{ actor, units, span, report: id, language }}
            isLinked={(unit) => isSeen(statisticsSeen(actor), unit)}
          />
        </section>
      )}
      {isWhole && isKept('tasksOpen') && (
        <TasksTable
          {...{ actor, units, span, report: id, language }}
          isLinked={(unit) => isSeen(statisticsSeen(actor), unit)}
        />
      )}
      {report.period === 'year' && <Scores {...{ report, language }} />}
      <section>
        <h2>{texts.objections}</h2>
        <Objections {...{ report, language, isNamed, mayDecide: may('decide') }} />
      </section>
      <section>
        <h2>{texts.meanings}</h2>
        <dl className="zk-meanings">
          {meanings.map(([key, meaning]) => (
            <div key={key}>
              <dt>{nameOf(key as Parameters<typeof nameOf>[0], language)}</dt>
              <dd>{meaning}</dd>
            </div>
          ))}
        </dl>
      </section>
    </AdminPage>
  )
}

/** `2026-09` of `2026-10`, `2025` of `2026`. */
function idBefore(report: Report): string {
  const { from } = spanBefore({ from: report.from, to: report.to })
  return report.period === 'month' ? from.slice(0, 7) : from.slice(0, 4)
}

type PartProps = { report: Report; language: Language }

/** Why who could take a step may not now; of a report that was published too early, until when units may object. */
function WhyNot({ actor, report, language }: PartProps & { actor: Actor }) {
  const texts = reportTexts[language]
  if (report.publishedAt)
    return report.facts.isEarly ? (
      <p className="zk-notice">{texts.early(report.until, report.facts.isOver)}</p>
    ) : null
  const step = (['publish', 'object'] as const).find((one) =>
    actor.roles.includes(reportSteps[one].by),
  )
  const why = step && mayTakeReport(actor, step, report.facts)
  if (!why || why === 'notAllowed') return null
  return <p className="zk-notice">{texts.whyNot[why]}</p>
}

/** What each unit reached, and by which formula. */
function Scores({ report, language }: PartProps) {
  const [texts, words] = [reportTexts[language], statisticsTexts[language]]
  const ordered = report.units
    .filter(({ kind }) => kind !== 'region')
    .toSorted((one, other) => (other.score.points ?? -1) - (one.score.points ?? -1))
  return (
    <section>
      <h2>{texts.scores}</h2>
      <p>{report.meanings[language].formula}</p>
      <div className="zk-wide" tabIndex={0} role="region" aria-label={texts.scores}>
        <table className="zk-stats zk-stats--wide">
          <thead>
            <tr>
              <th scope="col">{words.unit}</th>
              <th scope="col">{texts.score}</th>
              {scoreKeys.map((key) => (
                <th key={key} scope="col">
                  {texts.scoreNames[key]} ({texts.weight(report.weights[key])})
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {ordered.map(({ id, name, score }) => (
              <tr key={id}>
                <th scope="row">{name}</th>
                <td>{score.points?.toFixed(1) ?? words.none}</td>
                {scoreKeys.map((key) => (
                  <td key={key}>
                    {score.points === null
                      ? words.none
                      : `${Math.round(score.parts[key] * 1000) / 10} %`}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}

type ObjectionsProps = PartProps & {
  mayDecide: boolean
  /** Whether people are named: not to who evaluates. */
  isNamed: boolean
}

function Objections({ report, language, mayDecide, isNamed }: ObjectionsProps) {
  const texts = reportTexts[language]
  if (report.objections.length === 0) return <p className="zk-soft">{texts.objectionsNone}</p>
  return (
    <ol className="zk-rows">
      {report.objections.map((objection) => (
        <li key={objection.id}>
          <span>
            {objection.unitName}：{objection.sentence}
          </span>
          <span className="zk-soft">
            {isNamed && objection.byName} {secondOf(objection.at)}
          </span>
          <span className="zk-rows__reason">{decisionOf(objection, language, isNamed)}</span>
          {mayDecide && !objection.decidedAt && (
            <DecideButton
              {...{ report: report.id, unit: objection.unit, unitName: objection.unitName }}
              sentence={objection.sentence}
            />
          )}
        </li>
      ))}
    </ol>
  )
}

function decisionOf(objection: Objection, language: Language, isNamed: boolean): string {
  const texts = reportTexts[language]
  const { decidedAt, decidedByName, isUpheld, answer } = objection
  if (!decidedAt) return texts.waiting
  return `${isUpheld ? texts.upheld : texts.refused}：${answer}（${isNamed ? `${decidedByName} ` : ''}${secondOf(decidedAt)}）`
}
