import { fill } from '@/i18n/adminTexts'
import type { Language } from '@/i18n/language'
import { peopleTexts } from '@/i18n/peopleTexts'
import { addressOf, type PeopleAsked } from './readPeople'

type Props = { asked: PeopleAsked; last: number; language: Language }

export function PeoplePages({ asked, last, language }: Props) {
  const texts = peopleTexts[language]
  if (last < 2) return null
  const { page } = asked
  return (
    <nav className="zk-place" aria-label={fill(texts.page, { n: page, of: last })}>
      {page > 1 && (
        <a className="zk-link" href={addressOf({ ...asked, page: page - 1 })}>
          {texts.previous}
        </a>
      )}
      <span className="zk-soft">{fill(texts.page, { n: page, of: last })}</span>
      {page < last && (
        <a className="zk-link" href={addressOf({ ...asked, page: page + 1 })}>
          {texts.next}
        </a>
      )}
    </nav>
  )
}
