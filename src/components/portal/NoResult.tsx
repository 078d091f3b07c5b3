import type { Language } from '@/i18n/language'
import { portalTexts } from '@/i18n/portal'

type Props = { language: Language; words: string; isNarrowed: boolean }

/** Nothing found is an answer too: it says so and leads on. */
export function NoResult({ language, words, isNarrowed }: Props) {
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
    </section>
  )
}
