'use client'

import { Link } from '@payloadcms/ui'
import { noticeKinds, type Library } from '@/access/rules'
import { fill } from '@/i18n/adminTexts'
import { listTexts } from '@/i18n/lists'
import { noticeKindNames } from '@/i18n/names'
import { listFlagNames } from '@/i18n/steps'
import { dayOf, momentOf } from '../dates'
import { StateBadge } from '../entry/StandingNotices'
import { useTexts } from '../useTexts'
import { useChosen } from './Chosen'
import type { LibraryRow } from '@/workflow/reviewing/readLibrary'

type Props = {
  library: Library
  rows: readonly LibraryRow[]
  total: number
  /** More than one unit's entries may be among them. */
  hasUnit: boolean
  hasKind: boolean
  /** Can anything be done with several? */
  isChosen: boolean
}

/** The entries of a list in the procedure's columns; on a phone a card each, its state first. */
export function LibraryTable({ library, rows, total, hasUnit, hasKind, isChosen }: Props) {
  const { language } = useTexts()
  const texts = listTexts[language]
  const { columns } = texts
  const has = columnsOf(library)
  return (
    <>
      <p className="zk-soft" role="status">
        {fill(texts.total, { n: total })}
      </p>
      <table className="zk-table zk-list">
        <thead>
          <tr>
            {isChosen && (
              <th scope="col" className="zk-list__choose">
                <ChooseAll rows={rows} />
              </th>
            )}
            {hasUnit && <th scope="col">{columns.unit}</th>}
            {has.category && <th scope="col">{columns.category}</th>}
            {hasKind && <th scope="col">{columns.kind}</th>}
            <th scope="col">{columns.title}</th>
            {has.units && <th scope="col">{columns.openToUnits}</th>}
            {has.public && <th scope="col">{columns.openToPublic}</th>}
            <th scope="col">{columns.state}</th>
            {has.deletion && <th scope="col">{columns.deletion}</th>}
            <th scope="col">{columns.views}</th>
            <th scope="col">{columns.published}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.id} {...{ library, row, has, hasUnit, hasKind, isChosen }} />
          ))}
        </tbody>
      </table>
    </>
  )
}

type RowProps = Pick<Props, 'library' | 'hasUnit' | 'hasKind' | 'isChosen'> & {
  row: LibraryRow
  has: ReturnType<typeof columnsOf>
}

function Row({ library, row, has, hasUnit, hasKind, isChosen }: RowProps) {
  const { language } = useTexts()
  const { chosen, choose } = useChosen()
  const texts = listTexts[language]
  const { columns } = texts
  const kind = noticeKinds.find((one) => one === row.kind)
  return (
    <tr>
      {isChosen && (
        <td className="zk-list__choose">
          <input
            type="checkbox"
            aria-label={fill(texts.chooseOne, { title: row.title })}
            checked={chosen.some(({ id }) => id === row.id)}
            onChange={({ target }) => choose([row], target.checked)}
          />
        </td>
      )}
      {hasUnit && <td data-label={columns.unit}>{row.unitName}</td>}
      {has.category && <td data-label={columns.category}>{row.categoryName ?? '—'}</td>}
      {hasKind && <td data-label={columns.kind}>{kind ? noticeKindNames[kind][language] : '—'}</td>}
      <th scope="row" className="zk-list__title">
        <Link href={`/admin/collections/${library}/${row.id}`} prefetch={false}>
          {row.title}
        </Link>
        <span className="zk-soft">
          {row.number}
          {row.keeperName && ` · ${fill(texts.kept, { name: row.keeperName })}`}
        </span>
        {row.note && (
          <span className="zk-list__note">{fill(texts.asked, { reason: row.note })}</span>
        )}
      </th>
      {has.units && <Open label={columns.openToUnits} isOpen={row.openToUnits} />}
      {has.public && <Open label={columns.openToPublic} isOpen={row.openToPublic} />}
      <td className="zk-list__state">
        <Standing library={library} row={row} />
      </td>
      {has.deletion && (
        <td data-label={columns.deletion} className={row.deletionAskedAt ? undefined : 'zk-none'}>
          <Deletion row={row} />
        </td>
      )}
      <td data-label={columns.views} className={row.views === 0 ? 'zk-soft' : undefined}>
        {row.views}
      </td>
      <td data-label={columns.published} className={row.publishedAt ? 'zk-day' : 'zk-none'}>
        {row.publishedAt ? <Day at={row.publishedAt} /> : <span className="zk-soft">—</span>}
      </td>
    </tr>
  )
}

function ChooseAll({ rows }: Pick<Props, 'rows'>) {
  const { language } = useTexts()
  const texts = listTexts[language]
  const { chosen, choose } = useChosen()
  const here = rows.filter(({ id }) => chosen.some((one) => one.id === id))
  return (
    <label>
      <input
        type="checkbox"
        aria-label={texts.chooseAll}
        checked={here.length === rows.length}
        ref={(box) => {
          if (box) box.indeterminate = here.length > 0 && here.length < rows.length
        }}
        onChange={({ target }) => choose(rows, target.checked)}
      />
      <span>{texts.chooseAll}</span>
    </label>
  )
}

/** The state, and what stands beside it. */
function Standing({ library, row }: Pick<RowProps, 'library' | 'row'>) {
  const { texts, language } = useTexts()
  return (
    <>
      <StateBadge state={row.state} library={library} />
      {row.isAhead && <span className="zk-soft">{texts.ahead}</span>}
      {row.isWithdrawn && <span className="zk-soft">{listFlagNames.withdrawn[language]}</span>}
      {row.isReturnAsked && (
        <span className="zk-soft">{listFlagNames.returnRequested[language]}</span>
      )}
    </>
  )
}

/** 删除状态: asked for, or in the trash, and since when. */
function Deletion({ row: { deletionAskedAt, trashedAt } }: Pick<RowProps, 'row'>) {
  const { language } = useTexts()
  const texts = listTexts[language]
  if (trashedAt) return <span>{fill(texts.trashedOn, { day: dayOf(trashedAt) })}</span>
  if (!deletionAskedAt) return <span className="zk-soft">—</span>
  return (
    <span>
      {listFlagNames.deletion[language]} <small>{dayOf(deletionAskedAt)}</small>
    </span>
  )
}

function Open({ label, isOpen }: { label: string; isOpen: boolean | null }) {
  const { texts } = useTexts()
  return (
    <td data-label={label} className={isOpen ? undefined : 'zk-soft'}>
      {isOpen === null ? texts.notChosen : isOpen ? texts.yes : texts.no}
    </td>
  )
}

const Day = ({ at }: { at: string }) => (
  <time dateTime={at} title={momentOf(at)}>
    {dayOf(at)}
  </time>
)

const columnsOf = (library: Library) => ({
  category: library === 'knowledge',
  units: library !== 'cases',
  public: library !== 'plans',
  deletion: library !== 'cases',
})
