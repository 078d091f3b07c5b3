import { Link } from '@payloadcms/ui'
import { notFound } from 'next/navigation'
import type { AdminViewServerProps, Payload, PayloadRequest } from 'payload'
import { type Actor, actorOf } from '@/access/actor'
import { isGranted } from '@/access/granted'
import { keepingSeen } from '@/access/keeping'
import { dueIn, placeConditions } from '@/access/listFilter'
import { reachQuery } from '@/access/reach'
import { type Library, noticeKinds, savedBy } from '@/access/rules'
import { pageGroups } from '@/i18n/adminPages'
import type { Language } from '@/i18n/language'
import { emptyText, listTexts } from '@/i18n/lists'
import { noticeKindNames } from '@/i18n/names'
import { namesOf } from '@/workflow/namesOf'
import { countsOf } from '@/workflow/reviewing/countsOf'
import { mayReadCopies } from '@/workflow/reviewing/mayRead'
import { readLibrary } from '@/workflow/reviewing/readLibrary'
import { unitsInReach } from '@/workflow/tree/readUnits'
import { searchOf } from '../addresses'
import { AdminPage, PageHead } from '../AdminPage'
import { pageAt, pagesOf } from '../pagesOf'
import { Empty, Pages } from '../parts'
import { BulkSteps } from './BulkSteps'
import { ChosenProvider } from './Chosen'
import { ImportCases } from './ImportCases'
import { addressOf, libraryAsked, type LibraryAsked, severalFor } from './libraryAsked'
import { type KeeperChoice, LibraryFilters } from './LibraryFilters'
import { LibraryTable } from './LibraryTable'
import { KeepAddress } from './listAddress'
import { StateChips } from './StateChips'

type Props = { view: AdminViewServerProps; library: Library }

/** A library's working copies in this person's reach: filters, what may be done with several, and the entries. */
export async function LibraryList({ view, library }: Props) {
  const { req } = view.initPageResult
  const actor = actorOf(req.user)
  if (!actor || reachQuery(actor) === false || !isGranted(req.user, library, 'read')) notFound()
  const language = req.i18n.language === 'en' ? 'en' : 'zh'
  const asked = libraryAsked(view.searchParams)
  const search = searchOf(view.searchParams)
  const { found, counts, units, keepers } = await read({ req, actor, library, asked })
  const several = severalFor(actor, library, asked)
  const mayWrite = isGranted(req.user, library, 'create') && asked.flag !== 'trash'
  const address = `/admin/collections/${library}`
  const title =
    pageAt(pagesOf(actor, language), address, search)?.name ?? pageGroups[library][language]
  return (
    <AdminPage view={view} place={title}>
      <KeepAddress library={library} />
      <ChosenProvider library={library} asked={asked}>
        <PageHead title={title}>
          {several.length > 0 && <BulkSteps library={library} steps={several} />}
          {mayWrite && library === 'cases' && <ImportCases />}
          {mayWrite && <NewEntry library={library} kind={asked.kind} language={language} />}
        </PageHead>
        <StateChips library={library} asked={asked} counts={counts} language={language} />
        <LibraryFilters {...{ library, asked, units, keepers }} total={found.total} />
        {found.rows.length === 0 ? (
          <EmptyList actor={actor} library={library} asked={asked} language={language} />
        ) : (
          <LibraryTable
            library={library}
            rows={found.rows}
            total={found.total}
            hasUnit={units.length > 1}
            hasKind={library === 'notices' && !asked.kind}
            isChosen={several.length > 0}
          />
        )}
        <Pages
          address={address}
          search={search}
          last={found.pages}
          page={asked.page}
          language={language}
        />
      </ChosenProvider>
    </AdminPage>
  )
}

type Asker = { req: PayloadRequest; actor: Actor; library: Library; asked: LibraryAsked }

async function read({ req, actor, library, asked }: Asker) {
  const { payload } = req
  const readable = await mayReadCopies(library)({ req })
  const conditions = [
    ...(typeof readable === 'boolean' ? [] : [readable]),
    ...placeConditions(asked, 'entry.'),
    ...dueIn(library, asked),
    ...(asked.kind ? [{ kind: { equals: asked.kind } }] : []),
  ]
  const [found, counts, units, keepers] = await Promise.all([
    readLibrary(req, library, asked),
    countsOf({ payload, library, conditions }),
    unitsInReach(payload, actor),
    keepersIn({ payload, actor, library, asked }),
  ])
  return { found, counts, units, keepers }
}

type NewProps = { library: Library; kind: LibraryAsked['kind']; language: Language }

/** 新增; which kind of notice is written is given by the page one writes it from. */
function NewEntry({ library, kind, language }: NewProps) {
  const { add } = listTexts[language]
  const address = `/admin/collections/${library}/create`
  const isOneKind = library !== 'notices' || kind
  const ways = isOneKind
    ? [{ href: kind ? `${address}?kind=${kind}` : address, label: add }]
    : noticeKinds.map((one) => ({
        href: `${address}?kind=${one}`,
        label: add + noticeKindNames[one][language],
      }))
  return ways.map(({ href, label }) => (
    <Link key={href} href={href} prefetch={false} className="zk-button zk-button--primary">
      {label}
    </Link>
  ))
}

type EmptyProps = { actor: Actor; library: Library; asked: LibraryAsked; language: Language }

/** In place of the rows: what belongs here, and what to do next. */
function EmptyList({ actor, library, asked, language }: EmptyProps) {
  const { state, flag, unit, category, keeper, due, search, kind, page } = asked
  const narrowing = { kind, state, flag, unit, category, keeper, due }
  const isNarrowed = Boolean(unit || category || keeper || due || search)
  const view = flag ?? state ?? 'all'
  const said = emptyText({ library, roles: actor.roles, view, isNarrowed, page }, language)
  return (
    <Empty said={said}>
      {page > 1 && (
        <Link
          className="zk-link"
          href={addressOf(library, { ...narrowing, search })}
          prefetch={false}
        >
          {listTexts[language].firstPage}
        </Link>
      )}
      {page === 1 && isNarrowed && (
        <Link className="zk-link" href={addressOf(library, { kind, state, flag })} prefetch={false}>
          {listTexts[language].clear}
        </Link>
      )}
    </Empty>
  )
}

/**
 * Whose entries a list can be narrowed to: one's own for those who write (`name` null), and whoever the address
 * names; nobody where nobody's keeping is this person's business.
 */
async function keepersIn(given: {
  payload: Payload
  actor: Actor
  library: Library
  asked: Pick<LibraryAsked, 'keeper'>
}): Promise<KeeperChoice[]> {
  const { payload, actor, library, asked } = given
  if (keepingSeen(actor) === 'none') return []
  const own = actor.roles.includes(savedBy[library]) ? [{ id: actor.id, name: null }] : []
  const { keeper } = asked
  if (!keeper || keeper === actor.id) return own
  const name = (await namesOf(payload, [keeper])).get(keeper)
  return [...own, { id: keeper, name: name ?? '—' }]
}
