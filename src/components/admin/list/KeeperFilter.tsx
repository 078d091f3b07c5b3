import type { BeforeListTableServerProps } from 'payload'
import { actorOf } from '@/access/actor'
import { keepingSeen } from '@/access/keeping'
import { listAsked } from '@/access/listFilter'
import { savedBy, type Library } from '@/access/rules'
import { handoverTexts } from '@/i18n/handoverTexts'
import { labelled } from '@/i18n/labelled'
import { namesOf } from '@/workflow/namesOf'

/** 我经办的: narrows the list to what one looks after oneself, for those who write; shows whose it is narrowed to. */
export async function KeeperFilter(props: BeforeListTableServerProps) {
  const { collectionConfig, payload, user, searchParams, i18n } = props
  const actor = actorOf(user)
  if (!actor || keepingSeen(actor) === 'none') return null
  const language = i18n.language === 'en' ? 'en' : 'zh'
  const texts = handoverTexts[language]
  const library = collectionConfig.slug as Library
  const { keeper } = listAsked(searchParams)
  const isWriter = actor.roles.includes(savedBy[library])
  if (!isWriter && !keeper) return null
  const addressOf = (id: string | null) => {
    const query = new URLSearchParams(
      Object.entries(searchParams ?? {}).flatMap(([name, value]) =>
        typeof value === 'string' && !['keeper', 'page'].includes(name) ? [[name, value]] : [],
      ),
    )
    if (id) query.set('keeper', id)
    return `/admin/collections/${library}?${query}`
  }
  const other = keeper && keeper !== actor.id ? keeper : null
  const name = other ? (await namesOf(payload, [other])).get(other) : null
  const choices = [
    { id: null, label: texts.allKept },
    ...(isWriter ? [{ id: actor.id, label: texts.mine }] : []),
    ...(other ? [{ id: other, label: labelled(language, texts.keeper, name ?? texts.none) }] : []),
  ]
  return (
    <nav className="zk-filter zk-keeperfilter" aria-label={texts.byKeeper}>
      {choices.map(({ id, label }) => (
        <a key={label} href={addressOf(id)} aria-current={id === keeper ? 'page' : undefined}>
          {label}
        </a>
      ))}
    </nav>
  )
}
