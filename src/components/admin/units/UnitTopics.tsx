import type { Language } from '@/i18n/language'
import { topicNames, topicStateNames, unitTexts } from '@/i18n/unitTexts'
import type { UnitFacts } from '@/workflow/tree/readUnits'

type Props = { unit: UnitFacts; language: Language; readsCopies: boolean }

/** The four entries every unit owes, each with the way to it for those who read it. */
export function UnitTopics({ unit, language, readsCopies }: Props) {
  const texts = unitTexts[language]
  return (
    <section>
      <h2>{texts.topics}</h2>
      <p className="zk-soft">{texts.topicsNote}</p>
      <ul className="zk-topics">
        {unit.topics.map(({ topic, state, entry }) => (
          <li key={topic}>
            <strong>{topicNames[topic][language]}</strong>
            <span
              className={`zk-state zk-state--${state === 'good' ? 'approved' : state === 'pending' ? 'pending' : 'returned'}`}
            >
              {topicStateNames[state][language]}
            </span>
            {readsCopies && entry && (
              <a
                href={`/admin/collections/knowledge/${entry}`}
                aria-label={`${texts.open} ${topicNames[topic][language]}`}
              >
                {texts.open}
              </a>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
