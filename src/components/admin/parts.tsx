import type { ReactNode } from 'react'

/** How many; none is told quietly. */
export function Count({ n }: { n: number }) {
  return <span className={n === 0 ? 'zk-count zk-count--none' : 'zk-count'}>{n}</span>
}

/** In place of a list's rows: what belongs there, and the way on. */
export function Empty({ said, children }: { said: string; children?: ReactNode }) {
  return (
    <div className="zk-empty" role="status">
      <p>{said}</p>
      {children}
    </div>
  )
}

export type Fact = readonly [name: string, value: ReactNode]

/** Names and what they stand for; what is empty is left out. */
export const Facts = ({ facts, className }: { facts: readonly Fact[]; className: string }) => (
  <dl className={className}>
    {facts
      .filter(([, value]) => Boolean(value) || value === 0)
      .map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
  </dl>
)

type Props = {
  texts: { filter: string; clear: string }
  isNarrowed: boolean
  /** Where the list stands with nothing narrowed. */
  whole: string
}

/** The end of a form that narrows a list: do it, and, where it is narrowed, show all again. */
export const FilterEnd = ({ texts, isNarrowed, whole }: Props) => (
  <>
    <button type="submit" className="zk-button">
      {texts.filter}
    </button>
    {isNarrowed && (
      <a className="zk-link" href={whole}>
        {texts.clear}
      </a>
    )}
  </>
)
