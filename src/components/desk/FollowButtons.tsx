'use client'

import { useState } from 'react'
import type { CategoryKey } from '@/access/rules'
import { categoryName } from '@/components/entryWords'
import { followingTexts } from '@/i18n/following'
import type { Language } from '@/i18n/language'
import type { Following } from '@/workflow/telling/following'
import { saveFollowing } from './saveFollowing'

type Props = {
  language: Language
  /** What the updates are narrowed to. */
  unit: { id: string; name: string } | null
  category: CategoryKey | null
  following: Following
  /** Whether mails have an address to go to. */
  hasAddress: boolean
}

/** 关注: one click follows the unit or the category that is shown. Who never chose how often is mailed each working day. */
export function FollowButtons({ language, unit, category, following, hasAddress }: Props) {
  const texts = followingTexts[language]
  const [now, setNow] = useState(following)
  const [said, setSaid] = useState('')
  const every = now.every ?? (hasAddress ? 'daily' : 'none')
  const follow = async (name: string, part: Partial<Following>) => {
    const next = { ...now, ...part, every }
    const refusal = await saveFollowing(language, next)
    if (refusal === null) setNow(next)
    setSaid(refusal ?? `${texts.followed(name)} · ${texts.mailed[every]}`)
  }
  const units = unit && { name: unit.name, units: [...now.units, unit.id] }
  const categories = category && [...now.categories, category]
  return (
    <p className="follow">
      {units && (
        <Follow
          {...{ language, name: units.name, isFollowed: now.units.includes(unit.id) }}
          onFollow={() => void follow(units.name, { units: units.units })}
        />
      )}
      {categories && (
        <Follow
          {...{ language, name: categoryName({ key: category }, language) }}
          isFollowed={now.categories.includes(category)}
          onFollow={() => void follow(categoryName({ key: category }, language), { categories })}
        />
      )}
      <a href="/desk/following">{texts.manage}</a> <span role="status">{said}</span>
    </p>
  )
}

type FollowProps = {
  language: Language
  name: string
  isFollowed: boolean
  onFollow: () => void
}

function Follow({ language, name, isFollowed, onFollow }: FollowProps) {
  const texts = followingTexts[language]
  if (isFollowed) return <span className="tag">{texts.followed(name)}</span>
  return (
    <button type="button" className="button" onClick={onFollow}>
      {texts.follow(name)}
    </button>
  )
}
