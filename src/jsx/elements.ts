import type { ElementType } from 'react'
import { at, atIn } from '@/base'

type Props = Record<string, unknown>

const addresses = ['href', 'src', 'action', 'formAction'] as const
/** Of components Next's links place theirs; its pictures do not. */
const pictures = ['src'] as const

/**
 * What an element of HTML is made of, with each address below the path where the site begins. So no page can forget it,
 * and nobody writes it; components get all but pictures as it was written.
 */
export function placed(type: ElementType, props: Props): Props {
  let placed = props
  for (const name of typeof type === 'string' ? addresses : pictures) {
    const given = props[name]
    if (typeof given !== 'string') continue
    const path = at(given)
    if (path !== given) placed = { ...placed, [name]: path }
  }
  if (typeof type !== 'string') return placed
  const text = props.dangerouslySetInnerHTML as { __html?: unknown } | undefined
  if (typeof text?.__html !== 'string') return placed
  return { ...placed, dangerouslySetInnerHTML: { __html: atIn(text.__html) } }
}
