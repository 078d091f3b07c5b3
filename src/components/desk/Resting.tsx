import { momentOf } from '@/components/admin/dates'
import { deskScreenTexts } from '@/i18n/deskScreen'
import { hotspotTexts, whyHot } from '@/i18n/hotspots'
import type { Language } from '@/i18n/language'
import { updateTexts } from '@/i18n/updates'
import type { Hotspot } from '@/reading/hotspots'
import type { Call } from './calls'
import { CallSoFar } from './CallSoFar'
import type { DeskHotspots } from './useHotspots'
import type { DeskUpdates, Recent } from './useRecent'

type HotProps = {
  language: Language
  /** Whether the centre is led to where hotspots are placed. */
  places: boolean
  hotspots: DeskHotspots
  /** The county, zone or park that was chosen, by its name. */
  district?: string
  onOpen: (number: string, search: string | null) => void
}

type Props = HotProps & {
  recent: Recent
  /** The call one is on. */
  call: Call | null
  onAsk: (words: string) => void
}

/** The pane while no entry is open: the call so far, what is hot, what is new, and what one looked at today. */
export function Resting({ recent, call, onAsk, ...hot }: Props) {
  const { language, onOpen } = hot
  const texts = deskScreenTexts[language]
  return (
    <div className="desk-resting">
      {call && (
        <CallSoFar {...{ language, call, onAsk }} onOpen={(number) => onOpen(number, null)} />
      )}
      <Hotspots {...hot} />
      <div>
        <Updates language={language} updates={recent.updates} onOpen={onOpen} />
        <section aria-label={texts.recentEntries}>
          <h2>{texts.recentEntries}</h2>
          {recent.entries?.length === 0 && <p className="quiet">{texts.noRecentEntries}</p>}
          <ul>
            {recent.entries?.map(({ number, title }) => (
              <li key={number}>
                <button
                  type="button"
                  className="plain"
                  lang="zh-CN"
                  onClick={() => onOpen(number, null)}
                >
                  {title}
                </button>
              </li>
            ))}
          </ul>
        </section>
        <section aria-label={texts.recentSearches}>
          <h2>{texts.recentSearches}</h2>
          {recent.searches?.length === 0 && <p className="quiet">{texts.noRecentSearches}</p>}
          <ul>
            {recent.searches?.map((words) => (
              <li key={words}>
                <button type="button" className="plain" lang="zh-CN" onClick={() => onAsk(words)}>
                  {words}
                </button>
              </li>
            ))}
          </ul>
        </section>
      </div>
    </div>
  )
}

type UpdatesProps = Pick<HotProps, 'language' | 'onOpen'> & { updates: DeskUpdates }

/** So many stand in the pane. */
const most = 8

/** 更新列表: the last ones, those since one looked last marked. */
function Updates({ language, updates, onOpen }: UpdatesProps) {
  const texts = deskScreenTexts[language]
  const { title, kinds } = updateTexts[language]
  const isThere = updates !== null && 'updates' in updates
  return (
    <section aria-label={title} aria-busy={updates === null}>
      <h2>
        {title} <a href="/desk/updates">{texts.seeAll}</a>
      </h2>
      {isThere && updates.updates.length === 0 && <p className="quiet">{texts.noUpdates}</p>}
      {updates && 'failure' in updates && <p>{texts.updatesFailed}</p>}
      <ul>
        {isThere &&
          updates.updates.slice(0, most).map(({ kind, at, entry }) => (
            <li key={entry.id}>
              {kind === 'withdrawn' ? (
                <span lang="zh-CN">{entry.title}</span>
              ) : (
                <button
                  type="button"
                  className="plain"
                  lang="zh-CN"
                  onClick={() => onOpen(entry.number, updates.search)}
                >
                  {entry.title}
                </button>
              )}
              <span className="desk-why">
                {updates.lastLook !== null && at > updates.lastLook && (
                  <strong className="desk-new">{texts.isNew}</strong>
                )}{' '}
                {kinds[kind]} · <span lang="zh-CN">{entry.unit.name}</span> · {momentOf(at)}
              </span>
            </li>
          ))}
      </ul>
    </section>
  )
}

/** 热点, and why each is one. */
export function Hotspots({ language, places, hotspots, district, onOpen }: HotProps) {
  const texts = hotspotTexts[language]
  const title = district ? texts.inDistrict(district) : texts.title
  const isThere = hotspots !== null && 'hotspots' in hotspots
  return (
    <section aria-label={title} aria-busy={hotspots === null}>
      <h2 title={district ? texts.aboutDistrict : texts.about}>{title}</h2>
      {isThere && hotspots.hotspots.length === 0 && <p className="quiet">{texts.none}</p>}
      {hotspots && 'failure' in hotspots && <p>{texts.failed}</p>}
      {isThere && hotspots.hotspots.length > 0 && (
        <ol className="desk-hot">
          {hotspots.hotspots.map((hotspot) => (
            <li key={hotspot.id}>
              <button
                type="button"
                className="plain"
                lang="zh-CN"
                onClick={() => onOpen(hotspot.number, hotspots.search)}
              >
                {hotspot.title}
              </button>
              <span className="desk-why">
                <span lang="zh-CN">{hotspot.unit.name}</span> · {whyHot(hotspot, language)}
                {places && <PlaceLink language={language} hotspot={hotspot} />}
              </span>
            </li>
          ))}
        </ol>
      )}
    </section>
  )
}

/** For the centre: to where it is pinned or hidden. */
function PlaceLink({ language, hotspot }: { language: Language; hotspot: Hotspot }) {
  const texts = hotspotTexts[language]
  const query = new URLSearchParams({ entry: hotspot.number })
  return (
    <>
      {' · '}
      <a
        href={`/admin/collections/hotspotPlacements/create?${query}`}
        aria-label={texts.placeOf(hotspot.title)}
      >
        {texts.place}
      </a>
    </>
  )
}
