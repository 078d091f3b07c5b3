import { Gutter, SetStepNav } from '@payloadcms/ui'
import type { AdminViewServerProps } from 'payload'
import { actorOf } from '@/access/actor'
import { dashboardTexts } from '@/i18n/adminPages'
import { ownAccountTexts } from '@/i18n/ownAccount'
import { roleNames } from '@/i18n/names'
import { nameOfNode } from '@/workflow/step/publication'
import { PageHead } from '../AdminPage'
import { DelegationPanel } from '../telling/DelegationPanel'
import { FollowingPanel } from './FollowingPanel'
import { Interface, MailPanel } from '../telling/AccountPanels'

/** 账号: who one is here, one's password, who stands in, mails, the interface. Payload draws menu and header. */
export async function Account({ initPageResult }: AdminViewServerProps) {
  const { req } = initPageResult
  const actor = actorOf(req.user)
  if (!actor) return null
  const language = req.i18n.language === 'en' ? 'en' : 'zh'
  const texts = ownAccountTexts[language]
  const unitName = await nameOfNode(req, actor.unit)
  const { username } = req.user as { username?: string }
  const facts = [
    [texts.name, actor.name],
    [texts.username, username],
    [texts.unit, unitName],
    [texts.roles, actor.roles.map((role) => roleNames[role][language]).join('、')],
  ]
  return (
    <main>
      <SetStepNav nav={[{ label: texts.title }]} />
      <Gutter className="zk-page zk-record">
        <PageHead title={texts.title} />
        <dl className="zk-record__facts">
          {facts.map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
          <div>
            <dt>{texts.password}</dt>
            <dd>
              <a href="/password?to=/admin/account">{dashboardTexts[language].changePassword}</a>
            </dd>
          </div>
        </dl>
        <p className="zk-soft">{texts.byOperator}</p>
        <div className="zk-panels">
          <DelegationPanel account={actor.id} isOwn />
          <MailPanel />
          <FollowingPanel payload={req.payload} person={actor.id} language={language} />
          <Interface />
        </div>
      </Gutter>
    </main>
  )
}
