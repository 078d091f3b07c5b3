import { APIError } from 'payload'

/** Ends one's turn; the next in the queue goes on. */
export type Leave = () => void

/** The refusal of a write that waited too long, shown to whoever sent it. */
export function busy(): APIError {
  return new APIError(
    '系统正忙，请稍后再试。The database is busy; please try again in a moment.',
    503,
    { code: 'busy' },
    true,
  )
}

/** One at a time, first come first served; who waits longer than `wait` milliseconds is refused. */
export function createQueue(wait: number): () => Promise<Leave> {
  const waiting: (() => void)[] = []
  let isTaken = false

  const leave = () => {
    const next = waiting.shift()
    if (next) next()
    else isTaken = false
  }
  return () =>
    new Promise<Leave>((enter, refuse) => {
      if (!isTaken) {
        isTaken = true
        enter(leave)
        return
      }
      const turn = () => {
        clearTimeout(timer)
        enter(leave)
      }
      const timer = setTimeout(() => {
        waiting.splice(waiting.indexOf(turn), 1)
        refuse(busy())
      }, wait)
      waiting.push(turn)
    })
}
