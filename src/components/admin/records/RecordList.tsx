import { Link } from '@payloadcms/ui'
import { notFound } from 'next/navigation'
import type { AdminViewServerProps } from 'payload'
import { isGranted } from '@/access/granted'
import { adminPages } from '@/i18n/adminPages'
import { fill } from '@/i18n/adminTexts'
import type { Language } from '@/i18n/language'
import { emptyRecords, recordTexts } from '@/i18n/records'
import { readRecords, type RecordRow } from '@/workflow/reviewing/readRecords'
import { AdminPage, PageHead } from '../AdminPage'
import { wholeNumber } from '../list/libraryAsked'
import { FilterEnd, Paged, Table } from '../parts'
import type { RecordListOf } from './columns'

type Props = { view: AdminViewServerProps; list: RecordListOf }

/** A list that is no library's: search words, placements, judged queries, keys, mails. */
export async function RecordList({ view, list }: Props) {
  const { req } = view.initPageResult
  if (!isGranted(req.user, list.slug, 'read')) notFound()
  const language = req.i18n.language === 'en' ? 'en' : 'zh'
  const texts = recordTexts[language]
  const asked = recordsAsked(list, view.searchParams)
  const { rows, total, pages } = await readRecords(req, list, asked)
  const address = `/admin/collections/${list.slug}`
  const title = adminPages[list.page].name[language]
  const isNarrowed = Boolean(asked.search || asked.value)
  const none = isNarrowed ? texts.noneOfThese : emptyRecords[list.slug][language]
  return (
    <AdminPage view={view} place={title}>
      <PageHead title={title}>
        {isGranted(req.user, list.slug, 'create') && list.actions?.(req)}
        {isGranted(req.user, list.slug, 'create') && (
          <Link
            className="zk-button zk-button--primary"
            href={`${address}/create`}
            prefetch={false}
          >
            {texts.add}
          </Link>
        )}
      </PageHead>
      {list.note && <p className="zk-soft">{list.note(language)}</p>}
      <RecordFilters list={list} asked={asked} language={language} />
      <Paged
        {...{ view, address, language }}
        page={asked.page}
        last={pages}
        none={rows.length > 0 ? '' : none}
        counted={fill(texts.total, { n: total })}
      >
        <Rows list={list} rows={rows} language={language} />
      </Paged>
    </AdminPage>
  )
}

type RowsProps = { list: RecordListOf; rows: readonly RecordRow[]; language: Language }

function Rows({ list: { slug, title, columns }, rows, language }: RowsProps) {
  const shown = (column: RecordListOf['title'], row: RecordRow) =>
    column.of ? column.of(row, language) : String(row[column.name] ?? '—')
  return (
    <Table heads={[title, ...columns].map(({ label }) => label[language])}>
      {rows.map((row) => (
        <tr key={row.id}>
          <th scope="row">
            <Link href={`/admin/collections/${slug}/${row.id}`} prefetch={false}>
              {shown(title, row)}
            </Link>
          </th>
          {columns.map((column) => {
            const value = shown(column, row)
            return (
              <td
                key={column.name}
                data-label={column.label[language]}
                className={value === '—' ? 'zk-none' : undefined}
              >
                {value}
              </td>
            )
          })}
        </tr>
      ))}
    </Table>
  )
}

type FilterProps = { list: RecordListOf; asked: RecordsAsked; language: Language }

/** What narrows such a list: words, one value of a column. */
function RecordFilters({ list, asked, language }: FilterProps) {
  const texts = recordTexts[language]
  const address = `/admin/collections/${list.slug}`
  const { filter } = list
  const isNarrowed = Boolean(asked.search || asked.value)
  return (
    <form className="zk-filters" method="get" action={address} aria-label={texts.filter}>
      <div className="zk-search">
        <input
          type="search"
          name="search"
          aria-label={list.search[language]}
          placeholder={list.search[language]}
          defaultValue={asked.search}
        />
      </div>
      {filter && (
        <select name={filter.name} aria-label={filter.label[language]} defaultValue={asked.value}>
          <option value="">
            {texts.everything}
            {filter.label[language]}
          </option>
          {filter.options.map(({ value, label }) => (
            <option key={value} value={value}>
              {label[language]}
            </option>
          ))}
        </select>
      )}
      <FilterEnd texts={texts} isNarrowed={isNarrowed} whole={address} />
    </form>
  )
}

type RecordsAsked = ReturnType<typeof recordsAsked>

/** What the address asks for; what is not understood is as if it were not there. */
function recordsAsked(list: RecordListOf, query: Record<string, unknown> | undefined) {
  const textOf = (name: string) => {
    const value = query?.[name]
    return typeof value === 'string' ? value.trim().slice(0, 100) : ''
  }
  const value = list.filter ? textOf(list.filter.name) : ''
  return {
    search: textOf('search'),
    value: list.filter?.options.some((option) => option.value === value) ? value : '',
    page: wholeNumber(query?.page, 1),
  }
}
