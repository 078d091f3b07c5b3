import type { AdminViewServerProps } from 'payload'
import { AdminPage } from '../AdminPage'
import { AllMessages } from './Bell'

/** 消息: the page behind the bell. By itself, for the bell runs in the browser and the frame of a page does not. */
export const MessagesView = (props: AdminViewServerProps) => (
  <AdminPage view={props}>
    <AllMessages />
  </AdminPage>
)
