/** How many; none is told quietly. */
export function Count({ n }: { n: number }) {
  return <span className={n === 0 ? 'zk-count zk-count--none' : 'zk-count'}>{n}</span>
}
