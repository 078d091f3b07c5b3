import type { AdminViewServerProps } from 'payload'
import { AdminPage } from '../AdminPage'
import { AllMessages } from './Bell'

/** 消息: the page behind the bell. */
export const MessagesView = (props: AdminViewServerProps) => (
  <AdminPage view={props}>
    <AllMessages />
  </AdminPage>
)
