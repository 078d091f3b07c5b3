import type { CollectionBeforeLoginHook } from 'payload'
import { Refused } from '@/workflow/Refused'

/** An account that is switched off does not sign in. */
export const refuseInactive: CollectionBeforeLoginHook = ({ user }) => {
  if ((user as { isActive?: boolean }).isActive) return
  throw new Refused('notAllowed', {
    detail: {
      zh: '账号未启用，请联系系统管理员。',
      en: 'This account is not active: ask the operator.',
    },
  })
}
