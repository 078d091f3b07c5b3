import { noticeKinds } from '@/access/rules'
import { browsingTexts } from '@/i18n/browsing'
import type { Language } from '@/i18n/language'
import { noticeKindNames } from '@/i18n/names'
import { portalTexts } from '@/i18n/portal'

type Props = { counts: ReadonlyMap<string, number>; language: Language }

/** Notices by kind, cases, and where all units are called: what is read beside answers to questions. */
export function NewsLinks({ counts, language }: Props) {
  const texts = browsingTexts[language]
  const links = [
    ...noticeKinds.map((kind) => {
      return {
        ...{ address: `/notices?kind=${kind}`, name: noticeKindNames[kind][language] },
        count: counts.get(kind) ?? 0,
      }
    }),
    { address: '/cases', name: texts.cases, count: counts.get('cases') ?? 0 },
    { address: '/contacts', name: texts.contacts, count: null },
  ]
  return (
    <section aria-labelledby="public">
      <h2 id="public">{texts.public}</h2>
      <ul className="categories">
        {links.map(({ address, name, count }) => (
          <li key={address}>
            <a href={address}>
              <strong>{name}</strong>
              {count !== null && (
                <span className="count">{portalTexts[language].entries(count)}</span>
              )}
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}
