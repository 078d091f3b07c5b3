import type { PayloadRequest } from 'payload'
import { auditActions } from '@/i18n/auditActions'
import { dashboardTexts } from '@/i18n/adminPages'
import type { Language } from '@/i18n/language'
import { lastLines } from '@/workflow/audit/readLines'
import { momentOf } from './dates'

/** For auditors: the last lines of the audit log. */
export async function RecentAudit({ req, language }: { req: PayloadRequest; language: Language }) {
  const lines = await lastLines(req)
  return (
    <section>
      <h2>{dashboardTexts[language].recentAudit}</h2>
      <ol className="zk-rows">
        {lines.map(({ id, action, byName, subjectName, at }) => (
          <li key={id}>
            <span>
              {auditActions[action]?.[language] ?? action} · {subjectName}
            </span>
            <span className="zk-soft">
              {momentOf(String(at))} {byName}
            </span>
          </li>
        ))}
      </ol>
    </section>
  )
}
