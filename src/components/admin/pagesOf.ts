import type { Actor } from '@/access/actor'
import { grants } from '@/access/granted'
import { handsOver } from '@/access/keeping'
import { mayImportSomething } from '@/access/importing'
import { seesReviews } from '@/access/promoting'
import { noticeKinds, readsLive, rolesInAdmin, type Role } from '@/access/rules'
import { seesSiteVersions } from '@/access/site'
import { seesStatistics } from '@/access/statistics'
import { worksOnTasks } from '@/access/tasks'
import { seesUnits } from '@/access/units'
import { seesAlerts, seesSearches, seesViews } from '@/access/views'
import { adminPages, type AdminPage, type PageGroup } from '@/i18n/adminPages'
import type { Language } from '@/i18n/language'

export type Page = {
  key: AdminPage
  group: PageGroup
  href: string
  name: string
}

const list = (library: string, query = '') => `/admin/collections/${library}${query}`
const waiting = '?state=pending'
const deletions = '?flag=deletion'

type Given = [AdminPage, PageGroup, href: string, roles: readonly Role[]]

const readers = grants.knowledge.read

/** A plan is never on the website: who reads what citizens read would find none. */
const planReaders = rolesInAdmin.filter((role) => readsLive[role] !== 'publicOnly')

const rolesWith = (table: Record<Role, string>) =>
  rolesInAdmin.filter((role) => table[role] !== 'none')

const workers = rolesInAdmin.filter((role) => worksOnTasks([role]))
const importers = rolesInAdmin.filter((role) => mayImportSomething({ roles: [role] }))

// prettier-ignore
const pages: readonly Given[] = [
  ['inbox', 'mine', '/admin/inbox', workers],
  ['tasks', 'mine', '/admin/tasks', workers],
  ['plansManage', 'plans', list('plans'), ['editor']],
  ['plansApprove', 'plans', list('plans', waiting), ['approver']],
  ['plansView', 'plans', '/desk?library=plans', planReaders],
  ['plansDeletions', 'plans', list('plans', deletions), ['approver']],
  ['plansCorrect', 'plans', list('plans'), ['centre']],
  ['manage', 'knowledge', list('knowledge'), ['editor']],
  ['approve', 'knowledge', list('knowledge', waiting), ['approver']],
  ['view', 'knowledge', '/desk', rolesInAdmin],
  ['views', 'knowledge', '/admin/views', rolesWith(seesViews)],
  ['promotion', 'knowledge', '/admin/promotion', rolesWith(seesReviews)],
  ['searches', 'knowledge', '/admin/searches', rolesWith(seesSearches)],
  ['deletions', 'knowledge', list('knowledge', deletions), ['approver']],
  ['correct', 'knowledge', list('knowledge'), ['centre']],
  ['import', 'knowledge', '/admin/import', importers],
  ['nodes', 'knowledge', list('nodes'), readers],
  ['themes', 'knowledge', list('keptThemes'), grants.keptThemes.update],
  ['documents', 'knowledge', list('documents'), grants.documents.read],
  ['noticesApprove', 'notices', list('notices', waiting), ['approver']],
  ...noticeKinds.map((kind): Given => [kind, 'notices', list('notices', `?kind=${kind}`), readers]),
  ['cases', 'cases', list('cases'), grants.cases.read],
  ['statistics', 'statistics', '/admin/statistics', rolesWith(seesStatistics)],
  ['reports', 'statistics', '/admin/reports', rolesWith(seesStatistics)],
  ['alerts', 'statistics', '/admin/alerts', rolesWith(seesAlerts)],
  ['samples', 'statistics', '/admin/samples', ['centre']],
  ['units', 'units', '/admin/units', rolesWith(seesUnits)],
  ['users', 'units', list('users'), ['operator']],
  ['handover', 'units', '/admin/handover', rolesWith(handsOver)],
  ['terms', 'searching', list('terms'), grants.terms.read],
  ['placements', 'searching', list('placements'), grants.placements.read],
  ['hotspotPlacements', 'searching', list('hotspotPlacements'), grants.hotspotPlacements.read],
  ['judgements', 'searching', list('judgements'), grants.judgements.read],
  ['systems', 'system', list('systems'), ['operator']],
  ['mails', 'system', list('mails'), ['operator']],
  ['phrases', 'system', list('fixedPhrases'), grants.fixedPhrases.read],
  ['holidays', 'system', list('holidays'), grants.holidays.read],
  ['site', 'system', '/admin/site', ['centre']],
  ['settings', 'system', '/admin/globals/settings', ['centre']],
  ['audit', 'system', list('audit'), ['auditor']],
]

/**
 * The page an address belongs to, of those with this path; where several share it, the one whose query narrows
 * as the address does, a kind of notices first. Null where the path is none of theirs, or leads to several kinds.
 */
export function pageAt<Named extends { href: string }>(
  pages: readonly Named[],
  pathname: string,
  search: URLSearchParams,
): Named | null {
  const here = pages.flatMap((page) => {
    const [path = '', query = ''] = page.href.split('?')
    const isHere = path === '/admin' ? pathname === path : isWithin(pathname, path)
    return isHere ? [{ page, narrowed: narrowedBy(query) }] : []
  })
  const exact = here
    .filter(({ narrowed }) => narrowed.length > 0)
    .filter(({ narrowed }) => narrowed.every(([name, value]) => search.get(name) === value))
    .toSorted((one, other) => Number(isOfKind(other)) - Number(isOfKind(one)))
  const plain = here.find(({ narrowed }) => narrowed.length === 0)
  const others = here.filter((one) => !isOfKind(one))
  return (exact[0] ?? plain ?? others[0])?.page ?? null
}

const isWithin = (pathname: string, path: string) =>
  pathname === path || pathname.startsWith(`${path}/`)

type Narrowed = { narrowed: [string, string][] }

const isOfKind = ({ narrowed }: Narrowed) => narrowed.some(([name]) => name === 'kind')

/** What a query narrows a list to; its order narrows nothing. */
const narrowedBy = (query: string) =>
  [...new URLSearchParams(query)].filter(([name]) => name !== 'sort')

/**
 * The pages of this person's roles, in the procedure's order.
 * @param centre the hotline centre, whose approvers decide on its site too
 */
export function pagesOf(actor: Actor, language: Language, centre: string | null = null): Page[] {
  const decides = centre !== null && seesSiteVersions(actor, centre)
  return pages
    .filter(
      ([key, , , by]) =>
        by.some((role) => actor.roles.includes(role)) || (key === 'site' && decides),
    )
    .map(([key, group, href]) => ({ key, group, href, name: adminPages[key].name[language] }))
}
