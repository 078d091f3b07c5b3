import { actorOf } from '@/access/actor'
import { granted, isGranted, serverOnly } from '@/access/granted'
import { roles, rolesInAdmin } from '@/access/rules'
import { mailChoices } from '@/access/telling'
import { env } from '@/env'
import { id } from '@/fields/server'
import {
  endDelegations,
  guardAccount,
  noteStandIns,
  readWithoutUnit,
  recordAccountChange,
  recordSignIn,
  recordSignOut,
  recordUnlock,
  refuseInactive,
  spellName,
} from '@/hooks/accounts'
import { makeId } from '@/hooks/rows'
import { mailChoiceNames } from '@/i18n/ownAccount'
import { roleNames } from '@/i18n/names'
import { changePasswordEndpoint, givePasswordEndpoint } from '@/workflow/accounts/passwords'
import { followingEndpoints } from '@/workflow/telling/following'
import { mailSettingsEndpoint } from '@/workflow/telling/mailing/mailSettings'
import { forgetSessions } from '@/workflow/accounts/forgetSessions'
import { leavingEndpoint } from '@/workflow/accounts/keeping/leaving'
import { passwordMailEndpoints, signInEndpoint } from '@/workflow/accounts/signIn/signIn'
import { closed } from './closed'

/** People. Each belongs to one unit and holds one or several roles; only the operator manages accounts. */
export const Users = closed({
  slug: 'users',
  labels: { singular: { zh: '账号', en: 'Account' }, plural: { zh: '账号管理', en: 'Accounts' } },
  auth: {
    loginWithUsername: { allowEmailLogin: false, requireEmail: false },
    // From everywhere together; each place is locked long before, by src/workflow/signIn.
    maxLoginAttempts: 100,
    lockTime: 10 * 60 * 1000,
    // With an idle lock little longer than that: use renews it each minute, and nothing else does.
    tokenExpiration: env.idleLock ? (env.idleLock + 2) * 60 : 12 * 60 * 60,
    cookies: { sameSite: 'Lax' },
  },
  admin: {
    group: false,
    hideAPIURL: true,
    useAsTitle: 'name',
    components: {
      edit: { beforeDocumentControls: ['@/components/admin/records/NewTitle#NewTitle'] },
    },
    hidden: ({ user }) => !(user?.roles as string[] | undefined)?.includes('operator'),
  },
  access: {
    create: granted('users', 'create'),
    read: ({ req }) =>
      isGranted(req.user, 'users', 'read') ||
      (req.user?.collection === 'users' && { id: { equals: req.user.id } }),
    update: granted('users', 'update'),
    unlock: granted('users', 'update'),
    admin: ({ req }) =>
      actorOf(req.user)?.roles.some((role) => rolesInAdmin.includes(role)) ?? false,
  },
  hooks: {
    beforeOperation: [spellName, readWithoutUnit],
    beforeValidate: [guardAccount],
    beforeChange: [makeId],
    afterChange: [recordAccountChange, endDelegations, forgetSessions],
    afterRead: [noteStandIns],
    beforeLogin: [refuseInactive],
    afterLogin: [recordSignIn],
    afterLogout: [recordSignOut],
    afterOperation: [recordUnlock],
  },
  endpoints: [
    ...[signInEndpoint, ...passwordMailEndpoints],
    ...followingEndpoints,
    ...[changePasswordEndpoint, mailSettingsEndpoint, leavingEndpoint, givePasswordEndpoint],
  ],
  fields: [
    id,
    {
      name: 'ownPassword',
      type: 'ui',
      admin: {
        components: { Field: '@/components/admin/telling/AccountPanels#OwnPassword' },
      },
    },
    {
      name: 'telling',
      type: 'ui',
      admin: {
        components: { Field: '@/components/admin/telling/AccountPanels#AccountPanels' },
      },
    },
    {
      name: 'name',
      type: 'text',
      required: true,
      maxLength: 40,
      label: { zh: '姓名', en: 'Name' },
    },
    {
      name: 'unit',
      type: 'relationship',
      relationTo: 'nodes',
      required: true,
      index: true,
      label: { zh: '单位', en: 'Unit' },
      filterOptions: { kind: { not_equals: 'category' } },
      admin: { allowCreate: false, allowEdit: false },
    },
    {
      name: 'roles',
      type: 'select',
      hasMany: true,
      required: true,
      label: { zh: '角色', en: 'Roles' },
      options: roles.map((value) => ({ value, label: roleNames[value] })),
    },
    {
      name: 'isActive',
      type: 'checkbox',
      defaultValue: true,
      label: { zh: '启用（可以登录）', en: 'Active (may sign in)' },
    },
    {
      name: 'mustChangePassword',
      type: 'checkbox',
      defaultValue: false,
      label: { zh: '下次登录须修改密码', en: 'Must change the password' },
    },
    {
      name: 'mailChoice',
      type: 'select',
      defaultValue: 'daily',
      // Each person chooses for themselves, by an address of its own.
      access: serverOnly,
      admin: { hidden: true },
      label: { zh: '邮件通知', en: 'Mail' },
      options: mailChoices.map((value) => ({ value, label: mailChoiceNames[value] })),
    },
    {
      // Since when they want the weekly report (每周简报); empty: they do not.
      name: 'weeklySince',
      type: 'date',
      access: serverOnly,
      admin: { hidden: true },
      label: { zh: '每周简报', en: 'Weekly report' },
    },
  ],
})
