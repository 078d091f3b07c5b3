import { hotspotTexts, whyHot } from '@/i18n/hotspots'
import type { Language } from '@/i18n/language'
import type { Hotspot } from '@/reading/hotspots'

type Props = { hotspots: readonly Hotspot[]; language: Language }

/** 热点 on citizens' front page, with why each stands there; nothing where nothing is hot. */
export function HotspotList({ hotspots, language }: Props) {
  if (hotspots.length === 0) return null
  const texts = hotspotTexts[language]
  return (
    <section aria-labelledby="hotspots">
      <h2 id="hotspots">{texts.title}</h2>
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
