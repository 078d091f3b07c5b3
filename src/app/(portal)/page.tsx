import type { Metadata } from 'next'
import { categoryKeys } from '@/access/rules'
import { siteNow } from '@/app/siteNow'
import { pageLanguage } from '@/app/visitor'
import { asCitizen } from './asCitizen'
import { categoryName } from '@/components/entryWords'
import { EntryItem } from '@/components/portal/EntryList'
import { Hero } from '@/components/portal/Hero'
import { HotspotList } from '@/components/portal/HotspotList'
import { NewsLinks } from '@/components/portal/NewsLinks'
import { ThemeLinks } from '@/components/portal/ThemeLinks'
import { UnitDirectory } from '@/components/portal/UnitDirectory'
import type { Language } from '@/i18n/language'
import { canonical } from './address'
import { env } from '@/env'
import { StructuredData, siteData } from '@/components/portal/StructuredData'
import { browsingTexts } from '@/i18n/browsing'
import { portalTexts } from '@/i18n/portal'
import { notePage } from '@/front/pages/notePage'
import { hotspots } from '@/reading/hotspots'
import { listEntries } from '@/reading/listEntries'
import { newsCounts, readTree, type TreeUnit } from '@/reading/readTree'
import { readThemes } from '@/reading/themes'

const shownAtHome = 8

export async function generateMetadata(): Promise<Metadata> {
  const { alternates } = canonical('/')
  const types = { 'application/rss+xml': `${env.site}/updates.xml` }
  const [{ content }, language] = await Promise.all([siteNow(), pageLanguage()])
  // What the city says of its site stands on every page that says nothing itself.
  const said = content.lead ? {} : { description: browsingTexts[language].homeDescription }
  return { ...said, alternates: { ...alternates, types } }
}

export default async function HomePage() {
  const { reader, language, person: session, client } = await asCitizen()
  const [site, latest, units, themes, news, hot] = await Promise.all([
    siteNow(),
    listEntries(reader, { library: 'knowledge', isWithoutDetails: true }),
    readTree(reader),
    readThemes(reader),
    newsCounts(reader),
    // Without them the page is still what citizens come for.
    hotspots(reader, {}).catch((error: unknown) => {
      reader.payload.logger.error({ err: error, msg: 'The hotspots could not be read.' })
      notePage({ ...reader, session, client }, { passing: true })
      return []
    }),
  ])
  notePage({ ...reader, session, client }, { list: 'hotspots', entries: hot })
  const texts = portalTexts[language]
  return (
    <>
      <StructuredData data={siteData(site, env.site)} />
      <Hero site={site} language={language} />
      <div className="wide home">
        <ThemeLinks language={language} themes={themes} />
        <HotspotList hotspots={hot} language={language} />
        <section aria-labelledby="by-category">
          <h2 id="by-category">{texts.byCategory}</h2>
          <CategoryLinks units={units} language={language} />
        </section>
        <section aria-labelledby="by-unit">
          <h2 id="by-unit">{texts.byUnit}</h2>
          <UnitDirectory units={units} language={language} />
        </section>
        <section aria-labelledby="latest">
          <h2 id="latest">{texts.latest}</h2>
          {latest.entries.length > 0 ? (
            <ul className="items items-two">
              {latest.entries.slice(0, shownAtHome).map((entry) => (
                <EntryItem key={entry.id} entry={entry} language={language} />
              ))}
            </ul>
          ) : (
            <p className="quiet">{texts.noneHere}</p>
          )}
        </section>
        <NewsLinks counts={news} language={language} />
      </div>
    </>
  )
}

type Props = { units: readonly TreeUnit[]; language: Language }

/** The standard categories over all units. */
function CategoryLinks({ units, language }: Props) {
  const texts = portalTexts[language]
  const counts = countsOf(units, new Map())
  return (
    <ul className="categories">
      {categoryKeys.map((key) => (
        <li key={key}>
          <a href={`/search?category=${key}`}>
            <strong>{categoryName({ key }, language)}</strong>
            <span>{texts.categoryHint[key]}</span>
            <span className="count">{texts.entries(counts.get(key) ?? 0)}</span>
          </a>
        </li>
      ))}
    </ul>
  )
}

function countsOf(units: readonly TreeUnit[], counts: Map<string, number>): Map<string, number> {
  for (const unit of units) {
    for (const { key, count } of unit.categories) counts.set(key, (counts.get(key) ?? 0) + count)
    countsOf(unit.units, counts)
  }
  return counts
}
