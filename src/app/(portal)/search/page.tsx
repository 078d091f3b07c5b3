import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import type { ReactNode } from 'react'
import { addressWith, isBeyond, parametersOf, type Search } from '@/app/(portal)/address'
import { asCitizen } from '@/app/(portal)/asCitizen'
import { pageLanguage } from '@/app/visitor'
import { EntryItems, Pages } from '@/components/portal/EntryList'
import { LeadOn } from '@/components/portal/LeadOn'
import { Narrowing } from '@/components/portal/Narrowing'
import { SearchForm } from '@/components/portal/SearchForm'
import { SureAnswer } from '@/components/portal/SureAnswer'
import { env } from '@/env'
import { noteSearch } from '@/front/noteSearches'
import { TakenFor } from '@/components/search/hits'
import { browsingTexts } from '@/i18n/browsing'
import type { Language } from '@/i18n/language'
import { portalTexts } from '@/i18n/portal'
import { pageSize } from '@/reading/listEntries'
import type { Reader } from '@/reading/live'
import { readContact } from '@/reading/readContact'
import { readTree } from '@/reading/readTree'
import { searchEntries } from '@/reading/search'
import { themesInUse } from '@/reading/themes'
import { unitConcerned } from '@/reading/unitConcerned'
import { searchEngine } from '@/search'

type Props = { searchParams: Search }

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const [language, { words, unit, category }] = await Promise.all([
    ...([pageLanguage(), parametersOf(searchParams)] as const),
  ])
  const texts = portalTexts[language]
  return {
    title: words ? texts.results(words) : texts.browse,
    description: browsingTexts[language].searchDescription(words),
    robots: { index: false },
    alternates: {
      types: { 'application/rss+xml': env.site + addressWith('/updates.xml', { unit, category }) },
    },
  }
}

/** Citizens' search, always as a citizen: what staff may see more of is at the desk. */
export default async function SearchPage({ searchParams }: Props) {
  const [{ reader, language, person, client }, asked] = await Promise.all([
    asCitizen(),
    parametersOf(searchParams),
  ])
  const { words, theme, ...given } = asked
  const themes = await themesInUse(reader.payload)
  // One that is switched off since narrows nothing, as an address that is not understood.
  const isKnown = themes.some(({ key }) => key === theme)
  const filters = { ...given, theme: isKnown ? theme : undefined }
  const [found, units] = await Promise.all([
    searchEntries({ ...reader, engine: searchEngine(), text: words, facets: true, ...filters }),
    readTree(reader),
  ])
  const last = Math.ceil(found.total / pageSize)
  const { page, ...kept } = filters
  const addressOf = (change: Record<string, string | number | undefined>) =>
    addressWith('/search', { q: words, ...kept, ...change })
  if (isBeyond(page, last)) redirect(addressOf({ page: last }))
  noteSearch({ ...reader, session: person, client, isPortal: true, text: words, ...filters }, found)
  const [first, ...others] = found.hits
  // Notices and cases have nothing to be read aloud.
  const sure = found.sure && first?.summary ? first : null
  const hits = sure ? others : found.hits
  const [contact, concerned] = await Promise.all([
    sure ? readContact(reader, sure.unit.id) : null,
    sure || words === '' ? null : concernedBy(reader, { units, words, hits }),
  ])
  const texts = portalTexts[language]
  const browsing = browsingTexts[language]
  const lead = <LeadOn language={language} words={words} concerned={concerned} />
  return (
    <div className="wide results">
      <SearchForm language={language} words={words} />
      <div className="results-head">
        <h1>{words ? texts.results(words) : texts.browse}</h1>
        <p className="quiet">{texts.found(found.total)}</p>
      </div>
      {found.degraded && <p className="warning">{texts.degraded}</p>}
      {found.hits.length > 0 && (
        <TakenFor language={language} corrected={found.corrected} dropped={found.dropped} />
      )}
      {sure && <SureAnswer hit={sure} contact={contact} language={language} />}
      {words && !found.sure && hits.length > 0 && page === 1 && (
        <p className="unsure">{browsing.unsure}</p>
      )}
      <div className="results-columns">
        <Narrowing
          {...{ language, words, units, themes, addressOf }}
          asked={kept}
          facets={found.facets}
          total={found.total}
        />
        <div>
          {hits.length > 0 && (
            <>
              <h2 className={sure ? 'others' : 'hidden'}>
                {sure ? browsing.othersFound : texts.hits}
              </h2>
              <EntryItems entries={hits} language={language} />
            </>
          )}
          {found.hits.length === 0 && (
            <NoResult
              language={language}
              words={words}
              isNarrowed={Object.values(kept).some((value) => value !== undefined)}
            >
              {lead}
            </NoResult>
          )}
          <Pages
            language={language}
            page={page}
            last={last}
            addressOf={(to) => addressOf({ page: to })}
          />
          {found.hits.length > 0 && (
            <section className="still-not" aria-labelledby="still-not">
              <h2 id="still-not">{browsing.stillNot}</h2>
              {lead}
            </section>
          )}
        </div>
      </div>
    </div>
  )
}

type Unanswered = Omit<Parameters<typeof unitConcerned>[0], 'payload'>

/** The unit an unanswered question is probably for, with how it is reached. */
async function concernedBy(reader: Reader, asked: Unanswered) {
  const unit = await unitConcerned({ payload: reader.payload, ...asked })
  return unit && { id: unit.id, name: unit.name, contact: await readContact(reader, unit.id) }
}

type NoResultProps = {
  language: Language
  words: string
  isNarrowed: boolean
  children: ReactNode
}

/** Nothing found is an answer too: it says so and leads on. */
function NoResult({ language, words, isNarrowed, children }: NoResultProps) {
  const texts = portalTexts[language]
  return (
    <section className="nothing">
      <h2>{words ? texts.none(words) : texts.noneHere}</h2>
      <ul>
        {isNarrowed && <li>{texts.noneNarrowed}</li>}
        {texts.noneAdvice.map((advice) => (
          <li key={advice}>{advice}</li>
        ))}
      </ul>
      {children}
    </section>
  )
}
