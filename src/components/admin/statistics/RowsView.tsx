import { notFound } from 'next/navigation'
import type { AdminViewServerProps } from 'payload'
import { actorOf } from '@/access/actor'
import { isUnhelpfulReason } from '@/access/helpful'
import { rowsSeen } from '@/access/statistics'
import { adminPages } from '@/i18n/adminPages'
import { helpfulTexts } from '@/i18n/helpful'
import type { Language } from '@/i18n/language'
import { categoryNames } from '@/i18n/names'
import { reportTexts, reportTitle } from '@/i18n/reports'
import { sharedTexts } from '@/i18n/shared'
import { statisticsTexts } from '@/i18n/statistics'
import { stateNames } from '@/i18n/steps'
import { secondOf } from '@/shanghaiDay'
import { Refused } from '@/workflow/Refused'
import { gradesOf } from '@/workflow/reporting/grade'
import { decisionOf, readRowsBehind } from '@/workflow/reporting/rowsBehind'
import { rowsOnPage } from '@/workflow/reporting/countedPage'
import { nameOf } from '@/workflow/reporting/lines'
import { rowsWantedIn, type RowsWanted } from '@/workflow/reporting/rowsWanted'
import { spanWanted } from '@/workflow/reporting/wanted'
import { AdminPage, PageHead } from '../AdminPage'
import { wholeNumber } from '../list/libraryAsked'
import { Paged, Table } from '../parts'
import { GradeButton } from './GradeButton'
import { reportsPath, rowsPath, statisticsAddress, statisticsPath } from './addresses'

/** What a figure counts, one by one, the newest first. */
export async function RowsView(view: AdminViewServerProps) {
  const { req } = view.initPageResult
  const actor = actorOf(req.user)
  const wanted = rowsWantedIn(view.searchParams)
  if (!actor || rowsSeen(actor) === 'none' || !wanted) notFound()
  const language = req.i18n.language === 'en' ? 'en' : 'zh'
  const [texts, grading] = [statisticsTexts[language], reportTexts[language]]
  const { figure, unit, report, ...parts } = wanted
  const page = wholeNumber(view.searchParams?.page, 1)
  const found = await asked().catch((error: unknown) => {
    if (error instanceof Refused) notFound()
    throw error
  })
  const { span, rows, total, hidden, person } = found
  const hasGrades = figure === 'withdrawn'
  const decisions = hasGrades ? rows.map(({ id }) => decisionOf(id)) : []
  const grades = await gradesOf(req.payload, decisions)
  // Of many figures nobody is named, or no reason was asked.
  const isSaid = { by: rows.some(({ by }) => by), reason: rows.some(({ reason }) => reason) }
  const title = texts.rows(figure === 'copies' ? texts.copies : nameOf(figure, language))
  const above = report
    ? [
        { label: adminPages.reports.name[language], url: reportsPath },
        { label: reportTitle(report, language), url: `${reportsPath}/${report}` },
      ]
    : [{ label: adminPages.statistics.name[language], url: statisticsPath }]
  return (
    <AdminPage view={view} place={title} above={above}>
      <PageHead title={title}>
        {report ? (
          <a className="zk-button" href={`${reportsPath}/${report}`}>
            {grading.back(reportTitle(report, language))}
          </a>
        ) : (
          <a className="zk-button" href={statisticsAddress({ span, unit })}>
            {texts.back}
          </a>
        )}
      </PageHead>
      <p className="zk-soft">
        {[
          ...(figure === 'copies' ? [] : [texts.span(span.from, span.to)]),
          ...(person ? [person] : []),
          ...partNames(parts, language),
        ].join(' · ')}
      </p>
      {(figure === 'helpful' || figure === 'unhelpful') && (
        <p className="zk-soft">{texts.helpfulRows}</p>
      )}
      {hidden > 0 && <p className="zk-soft">{texts.hidden(hidden)}</p>}
      <Paged
        {...{ view, page, language }}
        address={rowsPath}
        last={Math.ceil(total / rowsOnPage)}
        none={total > 0 ? '' : texts.rowsNone}
        counted={texts.rowsOf(total)}
      >
        <Table
          heads={[
            ...[texts.entry, texts.unit, texts.at],
            ...(isSaid.by ? [texts.by] : []),
            ...(isSaid.reason ? [texts.reason] : []),
            ...(hasGrades ? [grading.isGrave] : []),
          ]}
        >
          {rows.map(({ id, number, title, unit, page, by, at, reason }) => (
            <tr key={id}>
              <th scope="row">
                {page ? <a href={page}>{title}</a> : title}{' '}
                <span className="zk-soft">{number}</span>
              </th>
              <td data-label={texts.unit}>{unit}</td>
              <td data-label={texts.at}>{secondOf(at)}</td>
              {isSaid.by && <td data-label={texts.by}>{by}</td>}
              {isSaid.reason && (
                <td data-label={texts.reason}>
                  {isUnhelpfulReason(reason) ? helpfulTexts[language].reasons[reason] : reason}
                </td>
              )}
              {hasGrades && (
                <td data-label={grading.isGrave}>
                  <Grade
                    {...{ id, title, grades, language }}
                    mayGrade={actor.roles.includes('centre')}
                  />
                </td>
              )}
            </tr>
          ))}
        </Table>
      </Paged>
    </AdminPage>
  )

  async function asked() {
    const span = spanWanted(wanted!)
    return { span, ...(await readRowsBehind(req.payload, actor, { ...wanted!, span, page })) }
  }
}

/** What a number was told apart by, in words. */
const partNames = (
  { entry, library, category, state }: Partial<RowsWanted>,
  language: Language,
): string[] => [
  ...(entry ? [entry.toUpperCase()] : []),
  ...(library ? [sharedTexts[language].library[library] ?? ''] : []),
  ...(category
    ? [
        category === 'none'
          ? statisticsTexts[language].noCategory
          : categoryNames[category][language],
      ]
    : []),
  ...(state ? [stateNames[state][language]] : []),
]

type GradeProps = {
  id: string
  /** Of what was withdrawn. */
  title: string
  grades: Awaited<ReturnType<typeof gradesOf>>
  mayGrade: boolean
  language: Language
}

/** How bad the centre found what was withdrawn for wrong content; nothing of what was withdrawn for other reasons. */
function Grade({ id, title, grades, mayGrade, language }: GradeProps) {
  const texts = reportTexts[language]
  const grade = grades.get(decisionOf(id))
  if (grade === undefined) return '—'
  return (
    <>
      {grade && `${grade.isGrave ? texts.grave : texts.minor}：${grade.sentence} `}
      {mayGrade && <GradeButton decision={decisionOf(id)} of={title} before={grade} />}
    </>
  )
}
