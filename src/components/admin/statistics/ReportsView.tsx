import { notFound } from 'next/navigation'
import type { AdminViewServerProps } from 'payload'
import { actorOf } from '@/access/actor'
import { statisticsSeen } from '@/access/statistics'
import { adminPages } from '@/i18n/adminPages'
import { reportTexts, reportTitle } from '@/i18n/reports'
import { secondOf } from '@/shanghaiDay'
import { listReports } from '@/workflow/reporting/reports'
import { AdminPage } from '../AdminPage'
import { Empty, Table } from '../parts'
import { reportsPath } from './addresses'

/** 监测与通报: the months and years that were frozen, the newest first. */
export async function ReportsView(view: AdminViewServerProps) {
  const { req } = view.initPageResult
  const actor = actorOf(req.user)
  if (!actor || statisticsSeen(actor) === 'none') notFound()
  const language = req.i18n.language === 'en' ? 'en' : 'zh'
  const texts = reportTexts[language]
  const reports = await listReports(req.payload, actor)
  return (
    <AdminPage view={view} title={adminPages.reports.name[language]}>
      <p className="zk-soft">{texts.about}</p>
      {reports.length === 0 ? (
        <Empty said={texts.none} />
      ) : (
        <Table heads={[texts.period, texts.state, texts.frozenAt, texts.publishedAt]}>
          {reports.map(({ id, frozenAt, publishedAt }) => (
            <tr key={id}>
              <th scope="row">
                <a href={`${reportsPath}/${id}`}>{reportTitle(id, language)}</a>
              </th>
              <td data-label={texts.state}>
                {publishedAt ? texts.states.published : texts.states.shown}
              </td>
              <td data-label={texts.frozenAt}>{secondOf(frozenAt)}</td>
              <td data-label={texts.publishedAt}>{secondOf(publishedAt) || '—'}</td>
            </tr>
          ))}
        </Table>
      )}
    </AdminPage>
  )
}
