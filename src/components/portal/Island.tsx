import type { ComponentProps, ComponentType } from 'react'
import { islands } from './islands'

type Islands = typeof islands
type Props = {
  [Name in keyof Islands]: { of: Name } & ComponentProps<Islands[Name]>
}[keyof Islands]

/**
 * A part of a page that lives by itself: with its name and what it is given, so that `alive.ts` finds it on citizens'
 * pages, which run nothing else. Where Next runs (docs/adr/0025-islands.md) it is a component like others.
 */
export function Island({ of, ...given }: Props) {
  const Component = islands[of] as ComponentType<object>
  return (
    <div className="island" data-island={of} data-given={JSON.stringify(given)}>
      <Component {...given} />
    </div>
  )
}
