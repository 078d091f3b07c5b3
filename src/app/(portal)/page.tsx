import { visitor } from '@/app/visitor'
import { CategoryLinks } from '@/components/portal/CategoryLinks'
import { EntryItem } from '@/components/portal/EntryItem'
import { SearchForm } from '@/components/portal/SearchForm'
import { UnitDirectory } from '@/components/portal/UnitDirectory'
import { canonical } from './address'
import { env } from '@/env'
import { StructuredData, siteData } from '@/components/portal/StructuredData'
import { portalTexts } from '@/i18n/portal'
import { sharedTexts } from '@/i18n/shared'
import { listEntries } from '@/reading/listEntries'
import { readTree } from '@/reading/readTree'

const shownAtHome = 8

export const generateMetadata = () => canonical('/')

export default async function HomePage() {
  const { reader, language } = await visitor()
  const asCitizen = { ...reader, audience: { sees: 'public' } as const }
  const [latest, units] = await Promise.all([
    listEntries(asCitizen, { isWithoutDetails: true }),
    readTree(asCitizen),
  ])
  const texts = portalTexts[language]
  return (
    <>
      <StructuredData data={siteData(sharedTexts.zh.siteLong, env.site)} />
      <section className="hero">
        <div className="wide">
          <h1>{texts.heading}</h1>
          <p>{texts.lead}</p>
          <SearchForm language={language} />
        </div>
      </section>
      <div className="wide home">
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
        <section aria-labelledby="by-category">
          <h2 id="by-category">{texts.byCategory}</h2>
          <CategoryLinks units={units} language={language} />
        </section>
        <section aria-labelledby="by-unit">
          <h2 id="by-unit">{texts.byUnit}</h2>
          <UnitDirectory units={units} language={language} />
        </section>
      </div>
    </>
  )
}
