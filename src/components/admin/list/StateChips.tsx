import { Link } from '@payloadcms/ui'
import { listFlags, type ListFlag } from '@/access/listFilter'
import { states, type Library, type State } from '@/access/rules'
import { adminTexts } from '@/i18n/adminTexts'
import type { Language } from '@/i18n/language'
import { listFlagNames, stateNameOf } from '@/i18n/steps'
import type { Counts } from '@/workflow/reviewing/countsOf'
import { Count } from '../parts'
import { addressOf, type LibraryAsked } from './libraryAsked'

type Props = {
  library: Library
  asked: LibraryAsked
  counts: Counts
  language: Language
}

/** Top left of a list: 全部记录, each state and each mark, with how many there are. */
export function StateChips({ library, asked, counts, language }: Props) {
  const texts = adminTexts[language]
  // What is searched for is asked anew: the counts know nothing of it.
  const { kind, unit, category, keeper, due } = asked
  const place = { kind, unit, category, keeper, due }
  const chosen = asked.flag ?? asked.state ?? 'all'
  const all = {
    key: 'all',
    name: texts.all,
    count: states.reduce((sum, state) => sum + counts[state], 0),
    query: {},
  }
  const ofStates = statesFor(library).map((state) => ({
    key: state,
    name: stateNameOf(library, state)[language],
    count: counts[state],
    query: { state },
  }))
  const ofFlags = flagsFor(library)
    // Only where the centre wants texts returned before they are changed does anybody ask for it.
    .filter((flag) => flag !== 'returnRequested' || counts[flag] > 0 || chosen === flag)
    .map((flag) => ({
      key: flag,
      name: listFlagNames[flag][language],
      count: counts[flag],
      query: { flag },
    }))
  return (
    <nav className="zk-filter" aria-label={texts.filterByState}>
      {[all, ...ofStates, ...ofFlags].map(({ key, name, count, query }) => (
        <Link
          key={key}
          href={addressOf(library, { ...query, ...place })}
          prefetch={false}
          aria-current={key === chosen ? 'page' : undefined}
        >
          {name} <Count n={count} />
        </Link>
      ))}
    </nav>
  )
}

/** Cases are published, not approved. */
const statesFor = (library: Library): readonly State[] =>
  library === 'cases' ? ['draft', 'approved'] : inOrder

/** As the procedure lists them. */
const inOrder: readonly State[] = ['draft', 'pending', 'approved', 'returned']

/** Nobody asks for the deletion of a case or to have it returned. */
const flagsFor = (library: Library): ListFlag[] =>
  listFlags.filter((flag) => library !== 'cases' || flag === 'withdrawn' || flag === 'trash')
