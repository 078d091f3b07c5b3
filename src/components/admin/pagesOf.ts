import type { Actor } from '@/access/actor'
import { grants, rolesInAdmin } from '@/access/rules'
import { adminPages, type AdminPage } from '@/i18n/adminPages'
import type { Language } from '@/i18n/language'

export type Page = {
  key: AdminPage
  group: 'knowledge' | 'system'
  href: string
  name: string
  hint: string
}

const list = '/admin/collections/knowledge'
const waiting = 'state=pending&sort=stateSince'

/** The pages of this person's roles, in the procedure's order. */
export function pagesOf({ roles }: Actor, language: Language): Page[] {
  const is = (role: Actor['roles'][number]) => roles.includes(role)
  const given: [AdminPage, Page['group'], string, boolean][] = [
    ['manage', 'knowledge', list, is('editor')],
    ['approve', 'knowledge', `${list}?${waiting}`, is('approver')],
    ['copies', 'knowledge', list, !is('editor') && grants.knowledge.read.some(is)],
    ['view', 'knowledge', '/desk', roles.some((role) => rolesInAdmin.includes(role))],
    ['nodes', 'knowledge', '/admin/collections/nodes', grants.knowledge.read.some(is)],
    ['users', 'system', '/admin/collections/users', is('operator')],
    ['systems', 'system', '/admin/collections/systems', is('operator')],
    ['audit', 'system', '/admin/collections/audit', is('auditor')],
  ]
  return given
    .filter(([, , , isTheirs]) => isTheirs)
    .map(([key, group, href]) => ({
      ...{ key, group, href },
      name: adminPages[key].name[language],
      hint: adminPages[key].hint[language],
    }))
}
