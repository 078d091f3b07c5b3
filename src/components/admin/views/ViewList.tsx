import { notFound } from 'next/navigation'
import type { AdminViewServerProps } from 'payload'
import { actorOf } from '@/access/actor'
import { unhelpfulReasons } from '@/access/helpful'
import { viewsSeen } from '@/access/views'
import { adminPages } from '@/i18n/adminPages'
import { fill } from '@/i18n/adminTexts'
import { helpfulTexts } from '@/i18n/helpful'
import type { Language } from '@/i18n/language'
import { recordTexts } from '@/i18n/records'
import { viewTexts } from '@/i18n/views'
import { secondOf } from '@/shanghaiDay'
import { unitsSeenBy, type Choice } from '@/workflow/tree/readUnits'
import { readHelpful, type SaidHelpful } from '@/workflow/usage/readHelpful'
import { readReaders } from '@/workflow/usage/readReaders'
import { readViews, viewsOnPage, type ViewRead } from '@/workflow/usage/readViews'
import { viewsWantedIn, type ViewsWanted } from '@/workflow/usage/viewsWanted'
import { AdminPage, PageHead } from '../AdminPage'
import { wholeNumber } from '../list/libraryAsked'
import { Paged, Table } from '../parts'
import { ViewFilters } from './ViewFilters'
import { viewsAddress } from './viewsAddress'

/** 知识库浏览记录: who opened which live text, narrowed by the address, and exported as it is narrowed. */
export async function ViewList(view: AdminViewServerProps) {
  const { req } = view.initPageResult
  const actor = actorOf(req.user)
  if (!actor) notFound()
  const language = req.i18n.language === 'en' ? 'en' : 'zh'
  const [texts, words] = [viewTexts[language], recordTexts[language]]
  const wanted = viewsWantedIn(view.searchParams)
  const page = wholeNumber(view.searchParams?.page, 1)
  const seen = viewsSeen(actor)
  const isOfOthers = seen !== 'none'
  const [{ views, total, from }, units, said, readers] = await Promise.all([
    readViews(req.payload, actor, { ...wanted, page }),
    isOfOthers ? unitsSeenBy(req.payload, seen) : ([] as Choice[]),
    readHelpful(req.payload, actor, wanted),
    readReaders(req.payload, actor, wanted),
  ])
  const isNarrowed = Object.keys(wanted).length > 0
  const readerName = views.find(({ reader }) => reader?.id === wanted.reader)?.reader?.name ?? ''
  const none = isNarrowed ? words.noneOfThese : texts.empty
  const title = adminPages.views.name[language]
  return (
    <AdminPage view={view} place={title}>
      <PageHead title={title}>
        {views.length > 0 && (
          <a className="zk-button" href={viewsAddress(wanted, '/api/views/export')} download>
            {texts.export}
          </a>
        )}
      </PageHead>
      <p className="zk-soft">{about(seen, wanted, language)}</p>
      <ViewFilters {...{ wanted, from, units, language, isOfOthers, readerName }} />
      {said && <SaidHelpfulWords said={said} language={language} />}
      <Paged
        {...{ view, page, language }}
        address={viewsAddress()}
        last={Math.ceil(total / viewsOnPage)}
        none={views.length > 0 ? '' : none}
        counted={`${fill(words.total, { n: total })}${readers === null ? '' : texts.byReaders(readers)}`}
      >
        <Rows {...{ views, wanted, language, isOfOthers }} />
      </Paged>
    </AdminPage>
  )
}

function SaidHelpfulWords({ said, language }: { said: SaidHelpful; language: Language }) {
  const texts = helpfulTexts[language]
  const why = unhelpfulReasons
    .filter((reason) => said.reasons[reason] > 0)
    .map((reason) => `${texts.reasons[reason]} ${said.reasons[reason]}`)
  return (
    <p>
      {texts.said(said.helpful, said.unhelpful)}
      {why.length > 0 && <> {texts.saidWhy(why.join(language === 'zh' ? '，' : ', '))}</>}
    </p>
  )
}

/** Whose readings these are. */
function about(seen: ReturnType<typeof viewsSeen>, { reader }: ViewsWanted, language: Language) {
  const { aboutOwn, aboutAll, about } = viewTexts[language]
  if (seen === 'none' || reader === 'me') return aboutOwn
  return seen === 'everything' ? aboutAll : about
}

type RowsProps = {
  views: readonly ViewRead[]
  wanted: ViewsWanted
  language: Language
  isOfOthers: boolean
}

/** A reader's name leads to what else they read. */
function Rows({ views, wanted, language, isOfOthers }: RowsProps) {
  const texts = viewTexts[language]
  return (
    <Table
      heads={(['title', 'at', 'reader', 'channel', 'query'] as const).map((name) => texts[name])}
    >
      {views.map(({ id, entry, reader, channel, query, isRepeat, at }) => (
        <tr key={id}>
          <th scope="row">
            {entry.title ? (
              <a href={`/e/${entry.number}`}>{entry.title}</a>
            ) : (
              <span className="zk-soft">{texts.gone}</span>
            )}{' '}
            <span className="zk-soft">{entry.number}</span>
          </th>
          <td data-label={texts.at}>{secondOf(at)}</td>
          <td data-label={texts.reader} className="zk-table__name">
            {reader && isOfOthers ? (
              <a href={viewsAddress({ ...wanted, reader: reader.id })}>
                {reader.name || texts.channels[channel]}
              </a>
            ) : (
              (reader?.name ?? texts.citizen)
            )}
          </td>
          <td data-label={texts.channel} className="zk-table__name">
            {texts.channels[channel]}
            {isRepeat && channel !== 'admin' && <span className="zk-soft"> {texts.repeat}</span>}
          </td>
          <td data-label={texts.query}>
            {query || <span className="zk-soft">{query === '' ? texts.fromList : '—'}</span>}
          </td>
        </tr>
      ))}
    </Table>
  )
}
