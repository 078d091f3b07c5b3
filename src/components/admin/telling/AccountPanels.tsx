'use client'

import { useAuth, useDocumentInfo } from '@payloadcms/ui'
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
