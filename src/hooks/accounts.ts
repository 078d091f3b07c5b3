import {
  AuthenticationError,
  type CollectionAfterChangeHook,
  type CollectionAfterLoginHook,
  type CollectionAfterLogoutHook,
  type CollectionAfterOperationHook,
  type CollectionAfterReadHook,
  type CollectionBeforeDeleteHook,
  type CollectionBeforeLoginHook,
  type CollectionBeforeOperationHook,
  type CollectionBeforeValidateHook,
} from 'payload'
import { accountName } from '@/access/accountName'
import { actorOf, idOf } from '@/access/actor'
import { type Role, roles, rolesOfTheCentre } from '@/access/rules'
import { countRows } from '@/tables'
import { endFallen } from '@/workflow/accounts/delegating/nameDelegate'
import { withRightsLent } from '@/workflow/accounts/deputising'
import { attempts } from '@/workflow/accounts/signIn/attempts'
import { vouched } from '@/workflow/audit/digests'
import { recordAudit } from '@/workflow/audit/append'
import { Refused } from '@/workflow/Refused'
import { byId, findOne } from '@/workflow/store'
import type { TreeNode } from '@/workflow/tree/tree'

type Account = {
  id?: string
  roles?: Role[]
  unit?: unknown
  isActive?: boolean
  weeklySince?: string | null
}

/** Accounts fit the tree, and nobody raises their own rights, not even the operator. */
export const guardAccount: CollectionBeforeValidateHook = async ({ data, originalDoc, req }) => {
  const before = originalDoc as Account | undefined
  const given = { ...before, ...data }
  const actor = actorOf(req.user)
  // Payload takes it out of the data before the change is recorded. People's own change has its own record.
  req.context.isPasswordSet = Boolean(data?.password) && !req.context.isOwnPassword
  if (actor && before?.id === actor.id && isRaised(before, given)) {
    throw refused(
      'notAllowed',
      'roles',
      '不能修改自己的角色、单位或启用状态，请由其他系统管理员办理。',
      'Nobody changes their own roles, unit or activation.',
    )
  }
  const unit = await findOne<TreeNode>({
    req,
    collection: 'nodes',
    where: byId(idOf(given.unit) ?? ''),
  })
  if (!unit || unit.kind === 'category') {
    throw refused('invalid', 'unit', '请选择账号所属的单位。', 'Choose the unit of the account.')
  }
  const foreign = roles.filter(
    (role) => given.roles?.includes(role) && rolesOfTheCentre.includes(role),
  )
  if (foreign.length > 0 && !unit.isCentre) {
    throw refused(
      'invalid',
      'roles',
      '话务员、中心管理员、系统管理员、审计员和评估员只能设在热线中心。',
      'These roles exist only at the hotline centre.',
    )
  }
  if (given.roles?.includes('evaluator') && given.roles.length > 1) {
    throw refused(
      'invalid',
      'roles',
      '评估员只看统计和通报，不能兼任其他角色。',
      'An evaluator holds no other role.',
    )
  }
  // What was written for the unit before and waits to be sent is not for this one.
  if (before?.weeklySince && idOf(before.unit) !== idOf(given.unit))
    return { ...data, weeklySince: new Date().toISOString() }
  return data
}

const isRaised = (before: Account, given: Account) =>
  idOf(before.unit) !== idOf(given.unit) ||
  before.isActive !== given.isActive ||
  [...(before.roles ?? [])].sort().join() !== [...(given.roles ?? [])].sort().join()

const refused = (code: 'invalid' | 'notAllowed', field: string, zh: string, en: string) =>
  new Refused(code, { fields: [field], detail: { zh, en } })

/** A key is never read back: whoever sends one sets it. Payload takes it out before the change is recorded. */
export const noteKeyChange: CollectionBeforeValidateHook = ({ data, req }) => {
  req.context.isKeySet = data?.apiKey !== undefined
  return data
}

/** Gaps are asked again with the eyes of whoever told of them: a key that did stays, as people do, and is switched off. */
export const guardKeyDeletion: CollectionBeforeDeleteHook = async ({ id, req }) => {
  const told = { by: { equals: id } }
  if ((await countRows(req.payload, { collection: 'taskReports', where: told })) === 0) return
  throw new Refused('wrongState', {
    detail: {
      zh: '此密钥上报过的任务还要按它的可见范围核对，不能删除；不再使用的，请取消勾选“启用 API 密钥”并保存。',
      en: 'What this key told of is still checked with what it reads: switch the key off instead of deleting it.',
    },
  })
}

const traced = [
  ...['username', 'name', 'roles', 'unit', 'isActive', 'mustChangePassword', 'email', 'mailChoice'],
  'weeklySince',
  ...['audience', 'responsible', 'purpose', 'mayDeliverCases', 'mayTell', 'rate', 'enableAPIKey'],
]

/** Who may sign in, as what, is on record; sign-ins themselves (sessions, failed attempts) are not changes. */
export const recordAccountChange: CollectionAfterChangeHook = async ({
  collection,
  doc,
  previousDoc,
  operation,
  req,
}) => {
  const account = doc as Record<string, unknown>
  const before = (previousDoc ?? {}) as Record<string, unknown>
  const plain = (value: unknown) => JSON.stringify(idOf(value) ?? value ?? null)
  const changed: string[] = traced.filter((name) => plain(account[name]) !== plain(before[name]))
  if (operation === 'update' && req.context.isPasswordSet) changed.push('password')
  if (operation === 'update' && req.context.isKeySet) changed.push('apiKey')
  if (operation === 'update' && changed.length === 0) return
  const kind = collection.slug as 'users' | 'systems'
  // With what no reader is shown: the password’s hash is vouched for too.
  const where = byId(String(account.id))
  const row = (await findOne({ req, collection: kind, where })) ?? { id: String(account.id) }
  await recordAudit({
    req,
    action: `${kind}.${operation}`,
    subject: String(account.id),
    subjectName: String(account.username ?? account.name),
    details: { changed, vouches: vouched(kind, row) },
  })
}

/** Whoever is switched off, moved or loses the role neither gives nor takes a delegation any longer. */
export const endDelegations: CollectionAfterChangeHook = async ({ doc, operation, req }) => {
  if (operation === 'update') await endFallen(req, String((doc as { id: string }).id))
}

/**
 * Who asks is read with every request, before `req.user` is known: of their unit the id is enough. Payload 3.90 takes
 * its depth from `auth.depth`, as `/api/users/me` does, which answers with the unit.
 */
export const readWithoutUnit: CollectionBeforeOperationHook = ({ args, operation, req }) => {
  const { depth, overrideAccess } = args as { depth?: number; overrideAccess?: boolean }
  const isWhoAsks = operation === 'read' && overrideAccess && !req.user && depth === undefined
  return isWhoAsks ? { ...args, depth: 0 } : args
}

/**
 * An account that is read by itself, as every request reads the one that asks, carries for whom it stands in and
 * in the place of which units it decides. Never stored with it: a save of the account rewrites its row, and would
 * bring back what was ended. One that is switched off has no session, whatever was left in its row: Payload's strategy
 * then knows nobody.
 */
export const noteStandIns: CollectionAfterReadHook = async ({ doc, req, findMany }) => {
  const account = doc as { id: string; isActive?: boolean | null }
  if (findMany) return account
  return account.isActive ? withRightsLent(req, account) : { ...account, sessions: [] }
}

/** Accounts are kept, signed in and unlocked under the one spelling of their name. */
export const spellName: CollectionBeforeOperationHook = ({ args }) => {
  const { data } = args as { data?: { username?: unknown } | null }
  if (typeof data?.username !== 'string') return
  return { ...args, data: { ...data, username: accountName(data.username) } }
}

type SigningIn = { id: string; hash?: string; isActive?: boolean }

/**
 * An account that is switched off does not sign in, nor one whose password was changed while the old one was
 * being checked. Payload 3.90 looks at the row it read before; here it is read again, behind the new session,
 * which goes with the refusal.
 */
export const refuseInactive: CollectionBeforeLoginHook = async ({ req, user }) => {
  const { id, hash } = user as unknown as SigningIn
  // Two columns alone: the whole row would count as what this sign-in started from.
  const select = { hash: true, isActive: true } as const
  const where = byId(id)
  const now = await req.payload.db.findOne<SigningIn>({ collection: 'users', where, select, req })
  if (now?.hash !== hash) throw new AuthenticationError(req.t, true)
  if (now?.isActive) return
  throw new Refused('notAllowed', {
    detail: {
      zh: '账号未启用，请联系系统管理员。',
      en: 'This account is not active: ask the operator.',
    },
  })
}

type SignedIn = { id: string; username: string; name: string }

export const recordSignIn: CollectionAfterLoginHook = async ({ context, req, user }) => {
  if (context.isPasswordCheck) return
  await recordAudit({ req, action: 'users.login', ...byOneself(user) })
}

export const recordSignOut: CollectionAfterLogoutHook = async ({ req }) => {
  await recordAudit({ req, action: 'users.logout', ...byOneself(req.user as unknown as SignedIn) })
}

/** Also of an account that counts for nobody until its first password was changed. */
const byOneself = ({ id, username, name }: SignedIn) => ({
  ...{ by: id, byName: name },
  ...{ subject: id, subjectName: username },
})

/** Unlocks for every place, on record; by the name as `spellName` has it. */
export const recordUnlock: CollectionAfterOperationHook = async ({
  args,
  operation,
  req,
  result,
}) => {
  if (operation === 'unlock') {
    const { username } = args.data as { username: string }
    attempts.forget(username)
    await recordAudit({ req, action: 'users.unlock', subjectName: username })
  }
  return result
}
