import { hotspotTexts, whyHot } from '@/i18n/hotspots'
import type { Language } from '@/i18n/language'
import type { Hotspot } from '@/reading/hotspots'

type Props = {
  hotspots: readonly Hotspot[]
  language: Language
  /** The county, zone or park whose matters these are about, by its name. */
  district?: string
}

/** 热点 of all or of a district on citizens' pages, with why each stands there; nothing where nothing is hot. */
export function HotspotList({ hotspots, language, district }: Props) {
  if (hotspots.length === 0) return null
  const texts = hotspotTexts[language]
  return (
    <section aria-labelledby="hotspots">
      <h2 id="hotspots">{district ? texts.inDistrict(district) : texts.title}</h2>
      {district && <p className="quiet">{texts.aboutDistrict}</p>}
      <ol className="hot">
        {hotspots.map((hotspot) => (
          <li key={hotspot.id}>
            <a href={`/e/${hotspot.number}`} lang="zh-CN">
              {hotspot.title}
            </a>
            <span className="hot-why">
              <span lang="zh-CN">{hotspot.unit.name}</span> · {whyHot(hotspot, language)}
            </span>
          </li>
        ))}
      </ol>
    </section>
  )
}
