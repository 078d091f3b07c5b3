import type { AdminViewServerProps } from 'payload'
import { AdminPage } from '../AdminPage'

export function PromotionView(view: AdminViewServerProps) {
  return (
    <AdminPage view={view} title="热点信息提炼">
      {null}
    </AdminPage>
  )
}
