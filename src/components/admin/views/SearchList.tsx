import { notFound } from 'next/navigation'
import type { AdminViewServerProps } from 'payload'
import { actorOf } from '@/access/actor'
import { seesAllSearches } from '@/access/views'
import { adminPages } from '@/i18n/adminPages'
import { fill } from '@/i18n/adminTexts'
import type { Language } from '@/i18n/language'
import { recordTexts } from '@/i18n/records'
import { searchTexts, viewTexts } from '@/i18n/views'
import { secondOf } from '@/shanghaiDay'
import { readSearches, searchesOnPage, type SearchRead } from '@/workflow/usage/readSearches'
import { searchesWantedIn, type SearchesWanted } from '@/workflow/usage/searchesWanted'
import { outcomes } from '@/workflow/usage/settleSearches'
import { AdminPage, PageHead } from '../AdminPage'
import { wholeNumber } from '../list/libraryAsked'
import { FilterEnd, Paged, Table } from '../parts'
import { viewsAddress } from './viewsAddress'

const path = '/admin/searches'

/** 检索记录: who asked what, what was shown for it and what became of it, narrowed by the address. For the centre. */
export async function SearchList(view: AdminViewServerProps) {
  const { req } = view.initPageResult
  const actor = actorOf(req.user)
  if (!actor || !seesAllSearches(actor)) notFound()
  const language = req.i18n.language === 'en' ? 'en' : 'zh'
  const [texts, words] = [searchTexts[language], recordTexts[language]]
  const wanted = searchesWantedIn(view.searchParams)
  const page = wholeNumber(view.searchParams?.page, 1)
  const kind = wanted.outcome === 'listed' ? 'lists' : 'questions'
  const asked = { kind, ...wanted, page } as const
  const { searches, total, from } = await readSearches(req.payload, actor, asked)
  const none = Object.keys(wanted).length > 0 ? words.noneOfThese : texts.empty
  const title = adminPages.searches.name[language]
  return (
    <AdminPage view={view} place={title}>
      <PageHead title={title} />
      <p className="zk-soft">{texts.about}</p>
      {wanted.form && <p>{texts.sameAs(wanted.form, wanted.counted !== undefined)}</p>}
      <Filters {...{ wanted, from, language }} />
      <Paged
        {...{ view, page, language }}
        address={path}
        last={Math.ceil(total / searchesOnPage)}
        none={searches.length > 0 ? '' : none}
        counted={fill(words.total, { n: total })}
      >
        <Rows {...{ searches, wanted, language }} />
      </Paged>
    </AdminPage>
  )
}

type FiltersProps = { wanted: SearchesWanted; from: string; language: Language }

/** What narrows the record: words, an entry that was shown, days, what became of it. */
function Filters({ wanted, from, language }: FiltersProps) {
  const [texts, words] = [searchTexts[language], recordTexts[language]]
  const { kind, outcome } = wanted
  return (
    <form className="zk-filters" method="get" action={path} aria-label={words.filter}>
      {(['q', 'entry'] as const).map((name) => (
        <input
          key={name}
          type="search"
          name={name}
          aria-label={texts[name]}
          placeholder={texts[name]}
          defaultValue={wanted[name]}
        />
      ))}
      {(['from', 'to'] as const).map((name) => (
        <label key={name}>
          {viewTexts[language][name]}
          <input type="date" name={name} defaultValue={name === 'from' ? from : wanted.to} />
        </label>
      ))}
      <select
        name="kind"
        aria-label={texts.kind}
        defaultValue={kind === 'questions' ? '' : (kind ?? '')}
      >
        {(['questions', 'lists', 'all'] as const).map((one) => (
          <option key={one} value={one === 'questions' ? '' : one}>
            {texts.kinds[one]}
          </option>
        ))}
      </select>
      <select name="outcome" aria-label={texts.outcome} defaultValue={outcome ?? ''}>
        <option value="">{texts.everyOutcome}</option>
        {outcomes.map((one) => (
          <option key={one} value={one}>
            {texts.outcomes[one]}
          </option>
        ))}
      </select>
      {(['form', 'counted', 'reader', 'unit', 'alone'] as const).map(
        (name) =>
          wanted[name] && <input key={name} type="hidden" name={name} value={wanted[name]} />,
      )}
      <FilterEnd texts={words} isNarrowed={Object.keys(wanted).length > 0} whole={path} />
    </form>
  )
}

type RowsProps = { searches: readonly SearchRead[]; wanted: SearchesWanted; language: Language }

/** A reader's name leads to what else they asked, a number to what was shown. */
function Rows({ searches, wanted, language }: RowsProps) {
  const [texts, views] = [searchTexts[language], viewTexts[language]]
  const heads = [texts.query, views.at, views.reader, views.channel, texts.shown, texts.outcome]
  return (
    <Table heads={heads}>
      {searches.map(({ id, query, list, reader, channel, page, shown, found, outcome, at }) => (
        <tr key={id}>
          <th scope="row">
            {query || <span className="zk-soft">{texts.lists[list ?? 'entries']}</span>}
          </th>
          <td data-label={views.at}>{secondOf(at)}</td>
          <td data-label={views.reader} className="zk-table__name">
            {reader ? (
              <a href={viewsAddress({ ...wanted, reader: reader.id }, path)}>
                {reader.name || views.channels[channel]}
              </a>
            ) : (
              views.citizen
            )}
          </td>
          <td data-label={views.channel} className="zk-table__name">
            {views.channels[channel]}
          </td>
          <td data-label={texts.shown}>
            {found > 0 ? (
              <details>
                <summary>{texts.shownOf({ shown: shown.length, found, page })}</summary>
                <ol start={(page - 1) * 20 + 1}>
                  {shown.map((number) => (
                    <li key={number}>
                      <a href={`/e/${number}`}>{number}</a>
                    </li>
                  ))}
                </ol>
              </details>
            ) : (
              texts.nothing
            )}
          </td>
          <td data-label={texts.outcome}>{outcome ? texts.outcomes[outcome] : texts.open}</td>
        </tr>
      ))}
    </Table>
  )
}
