'use client'

import { useAuth, useDocumentInfo } from '@payloadcms/ui'
import { dashboardTexts } from '@/i18n/adminPages'
import { useTexts } from './useTexts'

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
