import type { Language } from '@/i18n/language'
import { SearchForm } from './SearchForm'
import type { ShownSite } from './shownSite'

/** The head of the first page. */
export const Hero = ({ site, language }: { site: ShownSite; language: Language }) => (
  <section className="hero">
    <div className="wide">
      <h1>{site.heading}</h1>
      <p>{site.lead}</p>
      <SearchForm language={language} />
    </div>
  </section>
)
