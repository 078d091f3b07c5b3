import { AsyncLocalStorage } from 'node:async_hooks'
import type { ServerResponse } from 'node:http'
import { pageLanguage } from '@/app/visitor'
import { SearchForm } from '@/components/portal/SearchForm'
import { portalTexts } from '@/i18n/portal'
import { once } from '@/once'

/**
 * What stands at an address where there is nothing for this reader; the answer is a 404. `sentence` is what
 * the unit says of a text it has withdrawn.
 */
export async function MissingPage({ sentence }: { sentence?: string }) {
  answerMissing()
  const language = await pageLanguage()
  const texts = portalTexts[language]
  return (
    <div className="wide missing">
      <h1>{sentence ? texts.withdrawn : texts.missing.title}</h1>
      <p>{sentence || texts.missing.text}</p>
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

/** server.mjs notes here which answer is under way. */
const answers = once('answers', () => new AsyncLocalStorage<ServerResponse>())

/**
 * Makes the page under way a 404. Unlike Next's `notFound()`, which leaves the page to be drawn by the
 * browser, what the page renders is sent as it is: it can be read without JavaScript.
 */
function answerMissing(): void {
  const response = answers.getStore()
  if (response && !response.headersSent) response.statusCode = 404
}
