import { deskTexts } from '@/i18n/desk'
import { hotspotTexts, whyHot } from '@/i18n/hotspots'
import type { Language } from '@/i18n/language'
import type { Hotspot } from '@/reading/hotspots'
import type { DeskHotspots } from './useHotspots'

type Props = {
  language: Language
  /** Keys that copy notes work for agents alone, those of phrases for who says them. */
  takesNotes: boolean
  saysPhrases: boolean
  /** Whether the centre is led to where hotspots are placed. */
  places: boolean
  hotspots: DeskHotspots
  /** The county, zone or park that was chosen, by its name. */
  district?: string
  onOpen: (number: string, search: string | null) => void
}

/** The pane while no entry is open: what is hot, and the keys. */
export function Resting({ language, takesNotes, saysPhrases, ...hot }: Props) {
  const texts = deskTexts[language]
  const isTheirs = (key: string) =>
    key === '1–9' ? saysPhrases : takesNotes || !keysOfNotes.includes(key)
  return (
    <div className="desk-resting">
      <Hotspots language={language} {...hot} />
      <section>
        <h2>{texts.keys}</h2>
        <dl>
          {texts.keyList
            .filter(([key]) => isTheirs(key))
            .map(([key, meaning]) => (
              <div key={key}>
                <dt>
                  <kbd>{key}</kbd>
                </dt>
                <dd>{meaning}</dd>
              </div>
            ))}
        </dl>
      </section>
    </div>
  )
}

const keysOfNotes = ['c', 't', 'z', 'u']

/** 热点, and why each is one. */
export function Hotspots(props: Omit<Props, 'takesNotes' | 'saysPhrases'>) {
  const { language, places, hotspots, district, onOpen } = props
  const texts = hotspotTexts[language]
  const title = district ? texts.inDistrict(district) : texts.title
  const isThere = hotspots !== null && 'hotspots' in hotspots
  return (
    <section aria-label={title} aria-busy={hotspots === null}>
      <h2>{title}</h2>
      <p className="quiet">{district ? texts.aboutDistrict : texts.about}</p>
      {isThere && hotspots.hotspots.length === 0 && <p>{texts.none}</p>}
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
                {hotspot.unit.name} · {whyHot(hotspot, language)}
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
