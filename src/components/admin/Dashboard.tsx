import { Gutter } from '@payloadcms/ui'
import type { AdminViewServerProps, PayloadRequest } from 'payload'
import { actorOf } from '@/access/actor'
import { dashboardTexts } from '@/i18n/adminPages'
import { fill, adminTexts } from '@/i18n/adminTexts'
import { auditActions } from '@/i18n/auditActions'
import { auditTexts } from '@/i18n/auditDetails'
import { labelled, type Language } from '@/i18n/language'
import { roleNames } from '@/i18n/names'
import { sharedTexts } from '@/i18n/shared'
import { lastLines } from '@/workflow/audit/readLines'
import { returnedTo } from '@/workflow/reviewing/returns'
import { nameOfNode } from '@/workflow/step/publication'
import type { AskedFor } from '@/workflow/telling/askings'
import type { Waiting } from '@/workflow/telling/waiting'
import { calendarNow } from '@/workflow/calendar/calendarNow'
import type { Calendar } from '@/workflow/calendar/workingDays'
import { inboxPath } from './addresses'
import { Attention } from './Attention'
import { momentOf } from './dates'
import { addressOf, waitingHere, waitedFor } from './inbox/inboxOf'
import { ForgetLists } from './list/listAddress'
import { Overview, type SectionProps } from './Overview'
import { ThisMonth } from './statistics/ThisMonth'
import { Week } from './Week'

/** The first page: what waits for this person, what needs attention, what was read and asked, how many stand where. */
export async function Dashboard({ initPageResult }: AdminViewServerProps) {
  const { req } = initPageResult
  const actor = actorOf(req.user)
  if (!actor) return null
  const language = req.i18n.language === 'en' ? 'en' : 'zh'
  const texts = dashboardTexts[language]
  const unitName = await nameOfNode(req, actor.unit)
  const is = (role: (typeof actor.roles)[number]) => actor.roles.includes(role)
  return (
    <main>
      <Gutter className="zk-dashboard">
        <ForgetLists />
        <header>
          <h1>{fill(texts.hello, { name: actor.name })}</h1>
          <p className="zk-soft">
            {unitName} · {actor.roles.map((role) => roleNames[role][language]).join('、')} ·{' '}
            <a href="/password?to=/admin">{texts.changePassword}</a>
          </p>
        </header>
        {is('approver') && <WaitingForMe req={req} actor={actor} language={language} />}
        {is('editor') && <ReturnedToUs req={req} actor={actor} language={language} />}
        <Attention req={req} actor={actor} language={language} />
        <Week req={req} actor={actor} language={language} />
        <Overview req={req} actor={actor} language={language} unitName={unitName} />
        {is('evaluator') && <ThisMonth req={req} actor={actor} language={language} />}
        {is('auditor') && <RecentAudit req={req} language={language} />}
      </Gutter>
    </main>
  )
}

/** So many on the first page; the inbox has them all. */
const most = 8

/** For approvers, first of all: what waits for them, the oldest on top. */
async function WaitingForMe({ req, actor, language }: SectionProps) {
  const [groups, calendar] = await Promise.all([waitingHere(req, actor), calendarNow(req.payload)])
  return (
    <div className="zk-waiting">
      {groups
        .filter(({ step, entries }) => step === 'approve' || entries.length > 0)
        .map((waiting) => (
          <Group key={waiting.step} {...{ waiting, language, calendar }} />
        ))}
    </div>
  )
}

type GroupProps = { waiting: Waiting; language: Language; calendar: Calendar }

function Group({ waiting, language, calendar }: GroupProps) {
  const texts = dashboardTexts[language]
  const { step, entries } = waiting
  return (
    <section>
      <h2>
        {titleOf(step, language)} <span className="zk-count">{entries.length}</span>
      </h2>
      {entries.length === 0 && <p className="zk-soft">{texts.waitingNone}</p>}
      <ol className="zk-rows">
        {entries.slice(0, most).map(({ id, library, number, title, since }) => (
          <li key={id}>
            <a href={addressOf({ step, library, id })}>{title}</a>
            <span className="zk-soft">
              {sharedTexts[language].library[library]} {number} · {momentOf(since)} ·{' '}
              {waitedFor(since, language, calendar)}
            </span>
          </li>
        ))}
      </ol>
      {entries.length > most && (
        <p>
          <a className="zk-link" href={`${inboxPath}?step=${step}`}>
            {texts.more}
          </a>
        </p>
      )}
    </section>
  )
}

function titleOf(step: AskedFor, language: Language): string {
  const { waiting, deletions, returnsAsked, consulted } = dashboardTexts[language]
  return { approve: waiting, approveDeletion: deletions, return: returnsAsked, agree: consulted }[
    step
  ]
}

/** For editors: what came back, with the reason, and what was not submitted yet. */
async function ReturnedToUs({ req, actor, language }: SectionProps) {
  const texts = dashboardTexts[language]
  const returned = await returnedTo(req, actor.unit)
  return (
    <section className="zk-waiting">
      <h2>
        {texts.returnedToUs} <span className="zk-count">{returned.length}</span>
      </h2>
      {returned.length === 0 && <p className="zk-soft">{texts.returnedNone}</p>}
      <ol className="zk-rows">
        {returned.map(({ id, library, number, title, reason }) => (
          <li key={id}>
            <a href={`/admin/collections/${library}/${id}`}>{title}</a>
            <span className="zk-soft">{number}</span>
            {reason !== null && (
              <span className="zk-rows__reason">
                {labelled(language, adminTexts[language].reason, reason)}
              </span>
            )}
          </li>
        ))}
      </ol>
      <p className="zk-buttons zk-buttons--start">
        <a className="zk-link" href="/admin/collections/knowledge/create">
          {texts.write}
        </a>
        <a className="zk-link" href="/admin/collections/plans/create">
          {texts.writePlan}
        </a>
      </p>
    </section>
  )
}

/** For auditors: the last lines of the audit log. */
async function RecentAudit({ req, language }: { req: PayloadRequest; language: Language }) {
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
              {momentOf(String(at))} {byName || auditTexts[language].nobody}
            </span>
          </li>
        ))}
      </ol>
    </section>
  )
}
