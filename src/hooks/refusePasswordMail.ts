import type { CollectionBeforeOperationHook } from 'payload'
import { Refused } from '@/workflow/Refused'

/** Mail is optional here, so passwords are reset by the operator and never by a mailed link. */
export const refusePasswordMail: CollectionBeforeOperationHook = ({ operation }) => {
  if (operation !== 'forgotPassword' && operation !== 'resetPassword') return
  throw new Refused('notAllowed', {
    detail: { zh: '请联系系统管理员重置密码。', en: 'Ask the operator to reset the password.' },
  })
}
