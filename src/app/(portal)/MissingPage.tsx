import { pageLanguage } from '@/app/visitor'
import { at } from '@/base'
import { PhoneNumber } from '@/components/portal/PhoneNumber'
import { SearchForm } from '@/components/portal/SearchForm'
import { answerUnderWay } from '@/front/pages/notePage'
import { entryPageTexts } from '@/i18n/entryPage'
import { portalTexts } from '@/i18n/portal'
import { sharedTexts } from '@/i18n/shared'
import type { Gone } from '@/reading/readWithdrawn'

/** What stands at an address where there is nothing for this reader; the answer is a 404. */
export async function MissingPage() {
  answerAs(404)
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

/** The title of such a page. */
export async function missingMetadata() {
  return { title: portalTexts[await pageLanguage()].missing.title, robots: { index: false } }
}

/**
 * Where an answer was that its unit took down or deleted: its sentence, and what to do instead; the answer is a 410. Not
 * under its title, which may be what was wrong.
 */
export async function GonePage({ gone }: { gone: Gone }) {
  answerAs(410)
  const language = await pageLanguage()
  const texts = entryPageTexts[language]
  const { sentence, unit, contact } = gone
  const isDeleted = sentence === null
  return (
    <div className="wide missing">
      <h1>{isDeleted ? texts.deleted : texts.withdrawn}</h1>
      {sentence ? (
        <p className="gone-sentence" lang="zh-CN">
          {sentence}
        </p>
      ) : (
        <p>{isDeleted ? texts.deletedText : texts.noSentence}</p>
      )}
      <h2>{texts.instead}</h2>
      <ul className="instead">
        {contact?.phone && (
          <li>
            {texts.askUnit} <PhoneNumber phone={contact.phone} />
          </li>
        )}
        <li>
          {texts.ofUnit}{' '}
          {unit.id ? (
            <a href={`/units/${unit.id}`} lang="zh-CN">
              {unit.name}
            </a>
          ) : (
            <span lang="zh-CN">{unit.name}</span>
          )}
        </li>
        <li>{texts.searchAgain}</li>
      </ul>
      <SearchForm language={language} />
      <p>
        <a className="button" href="tel:12345">
          {portalTexts[language].call}
        </a>
      </p>
    </div>
  )
}

export async function goneMetadata({ sentence }: Gone) {
  const texts = entryPageTexts[await pageLanguage()]
  return { title: sentence === null ? texts.deleted : texts.withdrawn, robots: { index: false } }
}

/** Where an answer was that became part of another: for good at the other's address. Next's own `redirect` says 307 or 308. */
export async function MovedPage({ number }: { number: string }) {
  const address = `/e/${number}`
  answerAs(301, address)
  const { related } = sharedTexts[await pageLanguage()]
  return (
    <p className="wide missing">
      {related} <a href={address}>{number}</a>
    </p>
  )
}

/**
 * Gives the page under way this status. Unlike with Next's `notFound()`, which leaves the page to be drawn by the
 * browser, what the page renders is sent as it is: it can be read without JavaScript.
 */
function answerAs(status: number, location?: string): void {
  const response = answerUnderWay()
  if (!response || response.headersSent) return
  response.statusCode = status
  if (location) response.setHeader('location', at(location))
}
