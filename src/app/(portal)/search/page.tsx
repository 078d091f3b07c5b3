import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { addressWith, isBeyond, parametersOf, type Search } from '@/app/(portal)/address'
import { visitor } from '@/app/visitor'
import { EntryItem, Pages } from '@/components/portal/EntryList'
import { Narrowing } from '@/components/portal/Narrowing'
import { SearchForm } from '@/components/portal/SearchForm'
import { noteSearch } from '@/front/noteSearches'
import { TakenFor } from '@/components/search/hits'
import type { Language } from '@/i18n/language'
import { portalTexts } from '@/i18n/portal'
import { reportFormTexts } from '@/i18n/reportForm'
import { pageSize } from '@/reading/listEntries'
import { readTree } from '@/reading/readTree'
import { searchEntries } from '@/reading/search'
import { searchEngine } from '@/search'

type Props = { searchParams: Search }

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const { language } = await visitor()
  const { words } = await parametersOf(searchParams)
  const texts = portalTexts[language]
  return { title: words ? texts.results(words) : texts.browse, robots: { index: false } }
}

/** Citizens' search, always as a citizen: what staff may see more of is at the desk. */
export default async function SearchPage({ searchParams }: Props) {
  const [{ reader, language, person, client }, asked] = await Promise.all([
    visitor(),
    parametersOf(searchParams),
  ])
  const { words, ...filters } = asked
  const asCitizen = { ...reader, audience: { sees: 'public' } as const }
  const [found, units] = await Promise.all([
    searchEntries({ ...asCitizen, engine: searchEngine(), text: words, facets: true, ...filters }),
    readTree(asCitizen),
  ])
  const last = Math.ceil(found.total / pageSize)
  const { page, ...kept } = filters
  const addressOf = (change: Record<string, string | number | undefined>) =>
    addressWith('/search', { q: words, ...kept, ...change })
  if (isBeyond(page, last)) redirect(addressOf({ page: last }))
  const noted = { ...asCitizen, session: person, client, isPortal: true, text: words, ...filters }
  noteSearch(noted, found)
  const texts = portalTexts[language]
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
      <Narrowing
        language={language}
        words={words}
        units={units}
        asked={kept}
        facets={found.facets}
        addressOf={addressOf}
      />
      <h2 className="hidden">{texts.hits}</h2>
      {found.hits.length > 0 ? (
        <ul className="items">
          {found.hits.map((hit) => (
            <EntryItem key={hit.id} entry={hit} language={language} />
          ))}
        </ul>
      ) : (
        <NoResult
          language={language}
          words={words}
          isNarrowed={Object.values(kept).some((value) => value !== undefined)}
        />
      )}
      <Pages
        language={language}
        page={page}
        last={last}
        addressOf={(to) => addressOf({ page: to })}
      />
      {found.hits.length > 0 && (
        <p className="call">
          <a href="tel:12345">{texts.callShort}</a>
        </p>
      )}
    </div>
  )
}

type NoResultProps = { language: Language; words: string; isNarrowed: boolean }

/** Nothing found is an answer too: it says so and leads on. */
function NoResult({ language, words, isNarrowed }: NoResultProps) {
  const texts = portalTexts[language]
  return (
    <section className="nothing">
      <h3>{words ? texts.none(words) : texts.noneHere}</h3>
      <ul>
        {isNarrowed && <li>{texts.noneNarrowed}</li>}
        {texts.noneAdvice.map((advice) => (
          <li key={advice}>{advice}</li>
        ))}
      </ul>
      <p>
        <a className="button" href="tel:12345">
          {texts.call}
        </a>
      </p>
      {words && (
        <p>
          <a href={`/report?q=${encodeURIComponent(words)}`}>{reportFormTexts[language].missing}</a>
        </p>
      )}
    </section>
  )
}
