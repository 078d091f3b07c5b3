import type { Actor } from '@/access/actor'
import { grants } from '@/access/grants'
import { handsOver } from '@/access/keeping'
import { noticeKinds, rolesInAdmin, type Role } from '@/access/rules'
import { seesUnits } from '@/access/units'
import { adminPages, type AdminPage, type PageGroup } from '@/i18n/adminPages'
import type { Language } from '@/i18n/language'

export type Page = {
  key: AdminPage
  group: PageGroup
  href: string
  name: string
  hint: string
}

const list = (library: string, query = '') => `/admin/collections/${library}${query}`
const waiting = '?state=pending&sort=stateSince'
const deletions = '?flag=deletion&sort=stateSince'

type Given = [AdminPage, PageGroup, href: string, roles: readonly Role[]]

const readers = grants.knowledge.read

const rolesWith = (table: Record<Role, string>) =>
  rolesInAdmin.filter((role) => table[role] !== 'none')

// prettier-ignore
const pages: readonly Given[] = [
  ['inbox', 'mine', '/admin/inbox', ['approver']],
  ['plansManage', 'plans', list('plans'), ['editor']],
  ['plansApprove', 'plans', list('plans', waiting), ['approver']],
  ['plansView', 'plans', '/desk?library=plans', rolesInAdmin],
  ['plansDeletions', 'plans', list('plans', deletions), ['approver']],
  ['plansCorrect', 'plans', list('plans'), ['centre']],
  ['manage', 'knowledge', list('knowledge'), ['editor']],
  ['approve', 'knowledge', list('knowledge', waiting), ['approver']],
  ['view', 'knowledge', '/desk', rolesInAdmin],
  ['deletions', 'knowledge', list('knowledge', deletions), ['approver']],
  ['correct', 'knowledge', list('knowledge'), ['centre']],
  ['nodes', 'knowledge', list('nodes'), readers],
  ['noticesApprove', 'notices', list('notices', waiting), ['approver']],
  ...noticeKinds.map((kind): Given => [kind, 'notices', list('notices', `?kind=${kind}`), readers]),
  ['cases', 'cases', list('cases'), grants.cases.read],
  ['units', 'units', '/admin/units', rolesWith(seesUnits)],
  ['users', 'units', list('users'), ['operator']],
  ['handover', 'units', '/admin/handover', rolesWith(handsOver)],
  ['terms', 'searching', list('terms'), grants.terms.read],
  ['placements', 'searching', list('placements'), grants.placements.read],
  ['judgements', 'searching', list('judgements'), grants.judgements.read],
  ['systems', 'system', list('systems'), ['operator']],
  ['mails', 'system', list('mails'), ['operator']],
  ['settings', 'system', '/admin/globals/settings', ['centre']],
  ['audit', 'system', list('audit'), ['auditor']],
]

/** The pages of this person's roles, in the procedure's order. */
export function pagesOf({ roles }: Actor, language: Language): Page[] {
  return pages
    .filter(([, , , by]) => by.some((role) => roles.includes(role)))
    .map(([key, group, href]) => ({
      ...{ key, group, href },
      name: adminPages[key].name[language],
      hint: adminPages[key].hint[language],
    }))
}
