import { browsingTexts } from '@/i18n/browsing'
import type { Language } from '@/i18n/language'
import { portalTexts } from '@/i18n/portal'
import { reportFormTexts } from '@/i18n/reportForm'
import type { Contact } from '@/reading/readContact'
import { PhoneNumber } from './PhoneNumber'

type Props = {
  language: Language
  words: string
  /** Which unit the question is probably for, and how it is reached. */
  concerned: { id: string; name: string; contact: Contact | null } | null
}

/** Where one goes on who did not find it: the hotline, the unit it is probably for, and whoever writes what is missing. */
export function LeadOn({ language, words, concerned }: Props) {
  const texts = portalTexts[language]
  return (
    <ul className="lead-on">
      <li>
        <a className="button" href="tel:12345">
          {texts.call}
        </a>
      </li>
      {concerned && (
        <li>
          {browsingTexts[language].concerned}{' '}
          <a href={`/units/${concerned.id}`} lang="zh-CN">
            {concerned.name}
          </a>
          {concerned.contact?.phone && <PhoneNumber phone={concerned.contact.phone} />}
        </li>
      )}
      {words && (
        <li>
          <a href={`/report?q=${encodeURIComponent(words)}`}>
            {reportFormTexts[language].missingTitle}
          </a>
        </li>
      )}
    </ul>
  )
}
