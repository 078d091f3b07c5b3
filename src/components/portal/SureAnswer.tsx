import { dayOf, validityOf } from '@/components/entryWords'
import { Marked } from '@/components/search/hits'
import { browsingTexts } from '@/i18n/browsing'
import type { Language } from '@/i18n/language'
import { sharedTexts } from '@/i18n/shared'
import type { Contact } from '@/reading/readContact'
import type { EntryHit } from '@/reading/searchAnswer'
import { PhoneNumber } from './PhoneNumber'

type Props = { hit: EntryHit; contact: Contact | null; language: Language }

/** The answer itself above what else was found: question, what is read aloud, who answers for it and until when. */
export function SureAnswer({ hit, contact, language }: Props) {
  const shared = sharedTexts[language]
  const browsing = browsingTexts[language]
  const validity = validityOf(hit, language)
  const address = `/e/${hit.number}`
  return (
    <section className="sure" aria-labelledby="sure-answer">
      <p className="sure-label">{browsing.sure}</p>
      <h2 id="sure-answer" lang="zh-CN">
        <a href={address}>
          <Marked text={hit.title} ranges={hit.highlights.title} />
        </a>
      </h2>
      <p className="sure-text" lang="zh-CN">
        {hit.summary}
      </p>
      <dl className="sure-facts">
        <div>
          <dt>{shared.unit}</dt>
          <dd>
            <a href={`/units/${hit.unit.id}`} lang="zh-CN">
              {hit.unit.name}
            </a>
          </dd>
        </div>
        <div>
          <dt>{shared.phone}</dt>
          <dd>
            {contact?.phone ? <PhoneNumber phone={contact.phone} /> : <a href="tel:12345">12345</a>}
          </dd>
        </div>
        {validity && (
          <div>
            <dt>{shared.validity}</dt>
            <dd>{validity}</dd>
          </div>
        )}
        <div>
          <dt>{shared.approvedAt}</dt>
          <dd>{dayOf(hit.approvedAt, language)}</dd>
        </div>
      </dl>
      <p>
        <a className="button" href={address}>
          {browsing.whole}
        </a>
      </p>
    </section>
  )
}
