import { Gutter } from '@payloadcms/ui'
import type { AdminViewServerProps } from 'payload'
import { actorOf } from '@/access/actor'
import { dashboardTexts } from '@/i18n/adminPages'
import { fill } from '@/i18n/adminTexts'
import { roleNames } from '@/i18n/names'
import { nameOfNode } from '@/workflow/step/publication'
import { Attention } from './Attention'
import { ForgetLists } from './list/listAddress'
import { Overview } from './Overview'
import { pagesOf } from './pagesOf'
import { RecentAudit } from './RecentAudit'
import { ReturnedToUs } from './ReturnedToUs'
import { WaitingForMe } from './WaitingForMe'

/** The first page: what waits for this person, then the pages of their roles. */
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
        <section>
          <h2>{texts.pages}</h2>
          <ul className="zk-cards">
            {pagesOf(actor, language).map(({ key, href, name, hint }) => (
              <li key={key}>
                <a href={href}>
                  <strong>{name}</strong>
                  <span>{hint}</span>
                </a>
              </li>
            ))}
          </ul>
        </section>
        <Overview req={req} actor={actor} language={language} unitName={unitName} />
        {is('auditor') && <RecentAudit req={req} language={language} />}
      </Gutter>
    </main>
  )
}
