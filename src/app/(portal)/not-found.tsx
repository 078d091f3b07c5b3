import { pageLanguage } from '@/app/visitor'
import { SearchForm } from '@/components/portal/SearchForm'
import { portalTexts } from '@/i18n/portal'

export default async function MissingPage() {
  const language = await pageLanguage()
  const texts = portalTexts[language]
  return (
    <div className="wide missing">
      <h1>{texts.missing.title}</h1>
      <p>{texts.missing.text}</p>
      <SearchForm language={language} />
      <p>
        <a className="button" href="tel:12345">
          {texts.call}
        </a>
      </p>
    </div>
  )
}
