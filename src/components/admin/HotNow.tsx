import { audienceOf } from '@/access/audience'
import { viewsSeen } from '@/access/views'
import { hotspotTexts, isUsed, whyHot } from '@/i18n/hotspots'
import { dayBefore, dayOf } from '@/shanghaiDay'
import { hotspots, type Hotspot } from '@/reading/hotspots'
import type { Span } from '@/statistics/span'
import type { SectionProps } from './Overview'
import { partAddress } from './statistics/addresses'
import { viewsAddress } from './views/viewsAddress'

/** So many stand on the first page. */
const most = 5

/**
 * 热点 of one's unit, or of all, and why each is one, for those who are told of readings. It is on no record of what was
 * shown: what is opened in the admin makes nothing hotter.
 */
export async function HotNow({ req, actor, language }: SectionProps) {
  const seen = viewsSeen(actor)
  if (seen === 'none') return null
  const [texts, now] = [hotspotTexts[language], new Date()]
  const found = await hotspots(
    { payload: req.payload, audience: audienceOf(actor), now },
    { unit: seen === 'everything' ? undefined : seen.unit },
  )
  const to = dayOf(now)
  const from = dayBefore(to, 6)
  return (
    <section>
      <h2>{seen === 'everything' ? texts.title : texts.ofUnit}</h2>
      {found.length === 0 && <p className="zk-soft">{texts.none}</p>}
      <ol className="zk-rows">
        {found.slice(0, most).map((hotspot) => (
          <li key={hotspot.id}>
            <a href={`/admin/collections/${hotspot.library}/${hotspot.id}`}>{hotspot.title}</a>
            <a className="zk-soft" href={rowsOf(hotspot, { from, to })}>
              {whyHot(hotspot, language)}
            </a>
          </li>
        ))}
      </ol>
    </section>
  )
}

/** What was said of it, one by one: uses, or readings that count. */
const rowsOf = ({ number, figures }: Hotspot, span: Span): string =>
  isUsed(figures)
    ? partAddress({ span }, { figure: 'uses', entry: number })
    : viewsAddress({ entry: number, from: span.from, counted: 'yes' })
