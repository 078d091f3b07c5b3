import type { ReactNode } from 'react'

/** In place of a list's rows: what belongs there, and the way on. */
export function Empty({ said, children }: { said: string; children?: ReactNode }) {
  return (
    <div className="zk-empty" role="status">
      <p>{said}</p>
      {children}
    </div>
  )
}
