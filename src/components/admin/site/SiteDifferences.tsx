'use client'

import { siteNames } from '@/i18n/site'
import { siteViewTexts } from '@/i18n/siteView'
import type { SiteDifference } from '@/workflow/site/readSite'
import { useTexts } from '../useTexts'

/** What differs from what citizens see, field by field; marked by sign and line, not by colour alone. */
export function SiteDifferences({ difference }: { difference: readonly SiteDifference[] }) {
  const { language } = useTexts()
  const texts = siteViewTexts[language]
  return (
    <div className="zk-differences">
      <h3>{texts.changes}</h3>
      {difference.length === 0 && <p className="zk-soft">{texts.noChanges}</p>}
      <dl>
        {difference.map((one) => (
          <div key={one.field}>
            <dt>{siteNames[one.field][language]}</dt>
            <dd lang="zh-CN">
              <Change change={one} />
            </dd>
          </div>
        ))}
      </dl>
    </div>
  )
}

function Change({ change: { field, before, after, parts } }: { change: SiteDifference }) {
  const { texts, language } = useTexts()
  const words = siteViewTexts[language]
  if (!parts)
    return (
      <p className="zk-site__change">
        <span>{words.before}</span> <Value field={field} value={before} />
        <span>{words.after}</span> <Value field={field} value={after} />
      </p>
    )
  return (
    <p className="zk-differences__text zk-site__text">
      {parts.map(({ text, change }, at) => {
        if (change === 'same') return <span key={at}>{text}</span>
        const Mark = change === 'added' ? 'ins' : 'del'
        return (
          <Mark key={at}>
            <span className="zk-sign">{texts[change]}</span>
            {text}
          </Mark>
        )
      })}
    </p>
  )
}

function Value({ field, value }: Pick<SiteDifference, 'field'> & { value: string }) {
  const { language } = useTexts()
  const texts = siteViewTexts[language]
  if (value === '') return <span className="zk-soft">{texts.empty}</span>
  if (field === 'emblem')
    return (
      <img src={`data:image/png;base64,${value}`} alt={texts.emblemAlt} width="64" height="64" />
    )
  if (field === 'color')
    return (
      <span className="zk-site__sample" style={{ background: value }}>
        {value} {texts.sample}
      </span>
    )
  return <span className="zk-site__text">{value}</span>
}
