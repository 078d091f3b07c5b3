import { notFound } from 'next/navigation'
import type { AdminViewServerProps } from 'payload'
import { actorOf } from '@/access/actor'
import type { Seen } from '@/access/units'
import { alertsSeen, seesAllSearches } from '@/access/views'
import { adminPages } from '@/i18n/adminPages'
import { fill } from '@/i18n/adminTexts'
import { alertTexts } from '@/i18n/alerts'
import type { Language } from '@/i18n/language'
import { recordTexts } from '@/i18n/records'
import { viewTexts } from '@/i18n/views'
import { secondOf } from '@/shanghaiDay'
import { alertKinds, alertsWantedIn, type AlertsWanted } from '@/workflow/usage/demand/alertsWanted'
import { alertsOnPage, readAlerts, type AlertRead } from '@/workflow/usage/demand/readAlerts'
import { AdminPage, PageHead } from '../AdminPage'
import { wholeNumber } from '../list/libraryAsked'
import { FilterEnd, Paged, Table } from '../parts'
import { rowsAddress } from './rowsAddress'

const path = '/admin/alerts'

/** 异常热度: what was asked or read far more than usual, narrowed by the address. */
export async function AlertList(view: AdminViewServerProps) {
  const { req } = view.initPageResult
  const actor = actorOf(req.user)
  const seen = alertsSeen(actor)
  if (!actor || seen === 'none') notFound()
  const language = req.i18n.language === 'en' ? 'en' : 'zh'
  const [texts, words] = [alertTexts[language], recordTexts[language]]
  const wanted = alertsWantedIn(view.searchParams)
  const page = wholeNumber(view.searchParams?.page, 1)
  const { alerts, total, from } = await readAlerts(req.payload, actor, { ...wanted, page })
  const none = Object.keys(wanted).length > 0 ? words.noneOfThese : texts.empty
  const title = adminPages.alerts.name[language]
  return (
    <AdminPage view={view} place={title}>
      <PageHead title={title} />
      <p className="zk-soft">{texts.about}</p>
      <Filters {...{ wanted, from, language }} />
      <Paged
        {...{ view, page, language }}
        address={path}
        last={Math.ceil(total / alertsOnPage)}
        none={alerts.length > 0 ? '' : none}
        counted={fill(words.total, { n: total })}
      >
        <Rows {...{ alerts, seen, language }} seesSearches={seesAllSearches(actor)} />
      </Paged>
    </AdminPage>
  )
}

type FiltersProps = { wanted: AlertsWanted; from: string; language: Language }

function Filters({ wanted, from, language }: FiltersProps) {
  const [texts, words] = [alertTexts[language], recordTexts[language]]
  return (
    <form className="zk-filters" method="get" action={path} aria-label={words.filter}>
      <select name="kind" aria-label={texts.kind} defaultValue={wanted.kind ?? ''}>
        <option value="">{words.everything}</option>
        {alertKinds.map((kind) => (
          <option key={kind} value={kind}>
            {texts.kinds[kind]}
          </option>
        ))}
      </select>
      {(['from', 'to'] as const).map((name) => (
        <label key={name}>
          {viewTexts[language][name]}
          <input type="date" name={name} defaultValue={name === 'from' ? from : wanted.to} />
        </label>
      ))}
      <FilterEnd texts={words} isNarrowed={Object.keys(wanted).length > 0} whole={path} />
    </form>
  )
}

type RowsProps = {
  alerts: readonly AlertRead[]
  seen: Seen
  seesSearches: boolean
  language: Language
}

/** Each leads to what was asked or read then, as far as this person is told of that. */
function Rows({ alerts, seen, seesSearches, language }: RowsProps) {
  const texts = alertTexts[language]
  const heads = [texts.what, texts.at, texts.count, texts.usual, texts.times, texts.unit]
  return (
    <Table heads={[...heads, texts.record]}>
      {alerts.map((alert) => {
        const { id, kind, count, usual, unit, at } = alert
        const rows = rowsAddress(alert, { seen, seesSearches })
        return (
          <tr key={id}>
            <th scope="row">
              <What alert={alert} language={language} />
            </th>
            <td data-label={texts.at}>{secondOf(at)}</td>
            <td data-label={texts.count}>{count}</td>
            <td data-label={texts.usual}>{texts.usually(usual)}</td>
            <td data-label={texts.times}>{texts.timesOf({ count, usual })}</td>
            <td data-label={texts.unit}>{unit?.name || '—'}</td>
            <td data-label={texts.record}>{rows ? <a href={rows}>{texts.rows[kind]}</a> : '—'}</td>
          </tr>
        )
      })}
    </Table>
  )
}

/** A question in quotes, an entry with the way to it, a district by its name. */
function What({ alert, language }: { alert: AlertRead; language: Language }) {
  const { kind, title, number } = alert
  if (kind !== 'entry') return kind === 'query' ? `“${title}”` : title
  return (
    <>
      {title ? (
        <a href={`/e/${number}`}>{title}</a>
      ) : (
        <span className="zk-soft">{viewTexts[language].gone}</span>
      )}{' '}
      <span className="zk-soft">{number}</span>
    </>
  )
}
