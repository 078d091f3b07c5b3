import type { Actor } from '@/access/actor'
import { seesAllSearches, viewsSeen } from '@/access/views'
import { weekTexts } from '@/i18n/week'
import { readWeek, type DayOfWeek } from '@/statistics/readWeek'
import { HotNow } from './HotNow'
import type { SectionProps } from './Overview'
import { rowsAddress } from './statistics/addresses'
import { viewsAddress } from './views/viewsAddress'

/**
 * What was read of one's unit, or of all, what was asked in vain, and the trend of two weeks; nothing for who is told of
 * nobody's readings. Each number leads to its rows.
 */
export async function Week({ req, actor, language }: SectionProps) {
  const seen = viewsSeen(actor)
  if (seen === 'none') return null
  const texts = weekTexts[language]
  const { read, days, inVain } = await readWeek(req.payload, {
    unit: seen === 'everything' ? undefined : seen.unit,
    now: new Date(),
  })
  const from = days.at(-7)?.day ?? ''
  return (
    <div className="zk-week">
      <HotNow req={req} actor={actor} language={language} />
      <section>
        <h2>{seen === 'everything' ? texts.readOfAll : texts.read}</h2>
        {read.length === 0 && <p className="zk-soft">{texts.readNone}</p>}
        <ol className="zk-rows">
          {read.map(({ id, library, number, title, reads, readers, uses }) => (
            <li key={id}>
              <a href={`/admin/collections/${library}/${id}`}>{title}</a>
              <a className="zk-soft" href={viewsAddress({ entry: number, from, counted: 'yes' })}>
                {texts.counts(reads, readers, uses)}
              </a>
            </li>
          ))}
        </ol>
      </section>
      <section>
        <h2>{texts.inVain}</h2>
        {inVain.length === 0 && <p className="zk-soft">{texts.inVainNone}</p>}
        <ol className="zk-rows">
          {inVain.map(({ query, askers }) => (
            <li key={query}>
              {seesAllSearches(actor) ? (
                <a
                  href={`/admin/searches?${new URLSearchParams({ form: query, kind: 'questions', from })}`}
                >
                  {query}
                </a>
              ) : (
                <a href={`/desk?${new URLSearchParams({ q: query })}`}>{query}</a>
              )}
              <span className="zk-soft">{texts.askers(askers)}</span>
            </li>
          ))}
        </ol>
      </section>
      <section>
        <h2>{texts.trend}</h2>
        <Trend {...{ actor, days, texts }} unit={seen === 'everything' ? undefined : seen.unit} />
      </section>
    </div>
  )
}

type TrendProps = {
  actor: Actor
  days: readonly DayOfWeek[]
  texts: (typeof weekTexts)['zh']
  unit?: string
}

/** A table whose bars are seen and whose numbers are read. */
function Trend({ actor, days, texts, unit }: TrendProps) {
  const highest = Math.max(1, ...days.map(({ reads }) => reads))
  return (
    <table className="zk-trend">
      <thead>
        <tr>
          <th scope="col">{texts.day}</th>
          <th scope="col">{texts.reads}</th>
          <th scope="col">{texts.uses}</th>
        </tr>
      </thead>
      <tbody>
        {days.map(({ day, reads, uses }) => (
          <tr key={day}>
            <th scope="row">{day.slice(5)}</th>
            <td>
              <Rows n={reads} href={viewsAddress({ from: day, to: day, counted: 'yes' })} />
              <span
                className="zk-trend__bar"
                style={{ inlineSize: `calc((100% - 4rem) * ${(reads / highest).toFixed(3)})` }}
              />
            </td>
            <td>
              <Rows
                n={uses}
                href={rowsAddress(actor, 'uses', { span: { from: day, to: day }, unit })}
              />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** A number, and the way to what it counts where that is anything. */
const Rows = ({ n, href }: { n: number; href: string | null }) =>
  n > 0 && href ? <a href={href}>{n}</a> : n
