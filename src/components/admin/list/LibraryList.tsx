import { notFound } from 'next/navigation'
import type { AdminViewServerProps, PayloadRequest } from 'payload'
import { actorOf, type Actor } from '@/access/actor'
import { isGranted } from '@/access/granted'
import { placeConditions } from '@/access/listFilter'
import { reachQuery } from '@/access/reach'
import type { Library } from '@/access/rules'
import { pageGroups } from '@/i18n/adminPages'
import { AdminPage, PageHead } from '../AdminPage'
import { pageAt, pagesOf } from '../pagesOf'
import { BulkSteps } from './BulkSteps'
import { ChosenProvider } from './Chosen'
import { countsOf } from '@/workflow/reviewing/countsOf'
import { EmptyList } from './EmptyList'
import { ImportCases } from './ImportCases'
import { KeepAddress } from './KeepAddress'
import { keepersIn } from './keepersIn'
import { LibraryFilters } from './LibraryFilters'
import { LibraryTable } from './LibraryTable'
import { NewEntry } from './NewEntry'
import { Pages } from './Pages'
import { libraryAsked, type LibraryAsked } from './libraryAsked'
import { readLibrary } from '@/workflow/reviewing/readLibrary'
import { searchOf } from './searchOf'
import { severalFor } from './severalFor'
import { StateChips } from './StateChips'
import { unitsInReach } from '@/workflow/tree/unitsInReach'

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
  const reach = reachQuery(actor)
  const conditions = [
    ...(typeof reach === 'boolean' ? [] : [reach]),
    ...placeConditions(asked, 'entry.'),
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
