import type { CollectionBeforeValidateHook } from 'payload'
import { actorOf, idOf } from '@/access/actor'
import { roles, rolesOfTheCentre, type Role } from '@/access/rules'
import { Refused } from '@/workflow/Refused'
import { byId, findOne } from '@/workflow/store'
import type { TreeNode } from '@/workflow/tree/tree'

type Account = { id?: string; roles?: Role[]; unit?: unknown; isActive?: boolean }

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
      '话务员、中心管理员、系统管理员和审计员只能设在热线中心。',
      'These roles exist only at the hotline centre.',
    )
  }
  return data
}

const isRaised = (before: Account, given: Account) =>
  idOf(before.unit) !== idOf(given.unit) ||
  before.isActive !== given.isActive ||
  [...(before.roles ?? [])].sort().join() !== [...(given.roles ?? [])].sort().join()

const refused = (code: 'invalid' | 'notAllowed', field: string, zh: string, en: string) =>
  new Refused(code, { fields: [field], detail: { zh, en } })
