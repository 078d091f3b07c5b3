import type { Payload } from 'payload'
import { followingTexts } from '@/i18n/following'
import type { Language } from '@/i18n/language'
import { followingOf } from '@/workflow/telling/following'

type Props = { payload: Payload; person: string; language: Language }

/** 关注, in short: it is chosen at the desk, where those are who have no admin. */
export async function FollowingPanel({ payload, person, language }: Props) {
  const { units, categories, every } = await followingOf(payload, person)
  const texts = followingTexts[language]
  const isNone = units.length + categories.length === 0
  return (
    <section className="zk-panel" aria-label={texts.title}>
      <h2>{texts.title}</h2>
      <p className="zk-soft">{texts.about}</p>
      <p>
        {isNone
          ? texts.none
          : `${texts.counts(units.length, categories.length)}${texts.mailed[every ?? 'none']}`}
      </p>
      <a className="zk-link" href="/desk/following">
        {texts.change}
      </a>
    </section>
  )
}
