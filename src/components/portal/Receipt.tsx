import type { Language } from '@/i18n/language'
import { reportFormTexts } from '@/i18n/reportForm'
import { taskTexts } from '@/i18n/tasks'
import { secondOf } from '@/shanghaiDay'
import type { Heard } from '@/workflow/tasks/receipts'

/** What became of what a citizen told, to whoever holds its receipt. */
export function Receipt({ language, heard }: { language: Language; heard: Heard }) {
  const texts = reportFormTexts[language]
  const { number, about, state, at, due, unit, outcome, answer, entry } = heard
  const isWaiting = state !== 'closed' && state !== 'refused'
  const rows: [name: string, value: string, lang?: 'zh-CN'][] = [
    [texts.number, number],
    [texts.at, secondOf(at)],
    [texts.unit, unit, 'zh-CN'],
  ]
  if (isWaiting) rows.push([texts.due, due])
  if (answer) rows.push([texts.answer, answer, 'zh-CN'])
  if (outcome) rows.push([texts.outcome, taskTexts[language].outcomes[outcome]])
  return (
    <div className="narrow card">
      <h1>{texts.heardTitle}</h1>
      <p lang="zh-CN">{about}</p>
      <p>
        <strong className="tag">{texts.states[state]}</strong>
      </p>
      <dl className="receipt">
        {rows.map(([name, value, lang]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd lang={lang}>{value}</dd>
          </div>
        ))}
        {entry && (
          <div>
            <dt>{texts.entry}</dt>
            <dd>
              <a href={`/e/${entry.number}`} lang="zh-CN">
                {entry.title}
              </a>
            </dd>
          </div>
        )}
      </dl>
      <p>
        {texts.call} <a href="tel:12345">12345</a>
      </p>
    </div>
  )
}
