'use client'

import { useAuth, useDocumentInfo } from '@payloadcms/ui'
import { dashboardTexts } from '@/i18n/adminPages'
import { useTexts } from '../useTexts'
import { DelegationPanel } from './DelegationPanel'
import { MailPanel } from './MailPanel'

/** On one's own account: who stands in, and how one is mailed. The operator sees delegations on others' too. */
export function AccountPanels() {
  const { user } = useAuth()
  const { id } = useDocumentInfo()
  if (!id || !user) return null
  const isOwn = user.id === id
  return (
    <div className="zk-panels">
      <DelegationPanel account={String(id)} isOwn={isOwn} />
      {isOwn && <MailPanel />}
    </div>
  )
}

/** On one's own account: the way to a new password, which nobody else sets or sees. */
export function OwnPassword() {
  const { user } = useAuth()
  const { id } = useDocumentInfo()
  const { language } = useTexts()
  if (!id || user?.id !== id) return null
  return (
    <p className="zk-ownpassword">
      <a className="zk-link" href="/password?to=/admin">
        {dashboardTexts[language].changePassword}
      </a>
    </p>
  )
}
