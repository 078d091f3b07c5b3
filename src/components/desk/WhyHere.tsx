import { askingTexts } from '@/i18n/asking'
import type { Language } from '@/i18n/language'
import type { Explanation } from '@/search/types'

const factorNames = [
  ...(['held', 'inTitle', 'likeness', 'polarity', 'freshness', 'ownUnit', 'use'] as const),
]

/** Why a hit stands where it stands, for the centre. */
export function WhyHere({ language, why }: { language: Language; why: Explanation }) {
  const texts = askingTexts[language]
  const parts: [string, string][] = [
    ...(why.pairs ? [[texts.pairs, rounded(why.pairs)] as [string, string]] : []),
    ...(why.sound ? [[texts.sound, rounded(why.sound)] as [string, string]] : []),
    ...factorNames
      .filter((name) => why.factors[name] !== 1)
      .map((name): [string, string] => [texts.factors[name], `× ${rounded(why.factors[name])}`]),
  ]
  return (
    <div className="why">
      <p>{texts.place[why.place]}</p>
      {why.words.length > 0 && (
        <table>
          <thead>
            <tr>
              <th scope="col">{texts.whyWord}</th>
              <th scope="col">{texts.whyRarity}</th>
              <th scope="col">{texts.whyScore}</th>
            </tr>
          </thead>
          <tbody>
            {why.words.map(({ word, rarity, score, isSynonym }) => (
              <tr key={word}>
                <td>
                  <span lang="zh-CN">{word}</span> {isSynonym && <small>{texts.synonym}</small>}
                </td>
                <td>{rounded(rarity)}</td>
                <td>{rounded(score)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {parts.length > 0 && (
        <dl>
          {parts.map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )}
    </div>
  )
}

const rounded = (value: number): string => value.toFixed(2)
