import { Link } from '@payloadcms/ui'
import type { Actor } from '@/access/actor'
import type { Library } from '@/access/rules'
import { emptyText, listTexts } from '@/i18n/lists'
import type { Language } from '@/i18n/language'
import { Empty } from '../Empty'
import { addressOf, type LibraryAsked } from './libraryAsked'

type Props = { actor: Actor; library: Library; asked: LibraryAsked; language: Language }

/** In place of the rows: what belongs here, and what to do next. */
export function EmptyList({ actor, library, asked, language }: Props) {
  const { state, flag, unit, category, keeper, search, kind, page } = asked
  const narrowing = { kind, state, flag, unit, category, keeper }
  const isNarrowed = Boolean(unit || category || keeper || search)
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
