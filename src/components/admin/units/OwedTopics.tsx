import type { Language } from '@/i18n/language'
import { topicNames, topicStateNames, unitTexts } from '@/i18n/unitTexts'
import type { UnitFacts } from '@/workflow/tree/readUnits'

type Props = { unit: UnitFacts; language: Language }

/** Which of the four entries a unit owes are not as they should be. */
export function OwedTopics({ unit, language }: Props) {
  if (unit.kind === 'region') return <span className="zk-soft">—</span>
  const owed = unit.topics.filter(({ state }) => state !== 'good')
  if (owed.length === 0) return <span className="zk-soft">{unitTexts[language].allGood}</span>
  const states = [...new Set(owed.map(({ state }) => state))]
  return (
    <>
      {states.map((state) => (
        <span key={state} className="zk-owed">
          <span className={`zk-state zk-state--${state === 'pending' ? 'pending' : 'draft'}`}>
            {topicStateNames[state][language]}
          </span>{' '}
          {owed
            .filter((one) => one.state === state)
            .map(({ topic }) => topicNames[topic][language])
            .join(language === 'zh' ? '、' : ', ')}
        </span>
      ))}
    </>
  )
}
