/** What a load was answered: milliseconds of each request, and how long all took. */
export type Pressed = { times: number[]; seconds: number }

export type Load = { questions: readonly string[]; concurrency: number; seconds: number }

/** Asks without a pause, so many at once, for so long; a failed answer ends it. */
export async function pressed(
  ask: (question: string) => Promise<unknown>,
  { questions, concurrency, seconds }: Load,
): Promise<Pressed> {
  const times: number[] = []
  const begun = performance.now()
  const end = begun + seconds * 1_000
  let next = 0
  const asker = async () => {
    while (performance.now() < end) {
      const since = performance.now()
      await ask(questions[next++ % questions.length] ?? '')
      times.push(performance.now() - since)
    }
  }
  await Promise.all(Array.from({ length: concurrency }, asker))
  return { times, seconds: (performance.now() - begun) / 1_000 }
}
