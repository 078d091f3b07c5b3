import type { Payload } from 'payload'

export type Work = {
  /** In milliseconds, from the end of a turn to the next. */
  each: number
  work: () => Promise<unknown>
  /** What the log says of a turn that failed. */
  failed: string
}

/** So soon after the start the first turn comes, in milliseconds. */
const soon = 60_000

/** Never beside itself and apart from all else; what fails is tried at the next turn. Returns how to stop. */
export function repeat(
  { logger }: Pick<Payload, 'logger'>,
  { each, work, failed }: Work,
): () => void {
  let isStopped = false
  let timer = setTimeout(turn, Math.min(each, soon))
  return () => {
    isStopped = true
    clearTimeout(timer)
  }

  function turn(): void {
    work()
      .catch((error: unknown) => logger.error({ err: error, msg: failed }))
      .finally(() => {
        if (!isStopped) timer = setTimeout(turn, each)
      })
  }
}
