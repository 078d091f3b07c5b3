import type { ShownBulletin } from '@/reading/bulletins'
import type { Person } from '../server/people'

/** The stream of a person's desk, as its page listens to it. */
export async function listen(person: Person) {
  const control = new AbortController()
  const response = await person.fetch('/api/desk/events', { signal: control.signal })
  const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader()
  let text = ''
  let bulletins: ShownBulletin[] = []
  let isOver = false

  /** Takes in what comes next; false once the stream has ended. */
  async function next(): Promise<boolean> {
    const { done, value } = await reader.read().catch(() => ({ done: true, value: '' }))
    if (done) return !(isOver = true)
    text += value
    const events = text.split('\n\n')
    text = events.pop() ?? ''
    for (const event of events) {
      const [, data] = /^event: bulletins\ndata: (.*)$/.exec(event) ?? []
      if (data) ({ bulletins } = JSON.parse(data) as { bulletins: ShownBulletin[] })
    }
    return true
  }
  return {
    status: response.status,
    headers: response.headers,
    /** Until the desk shows this; rejects where the stream ends before. */
    async shows(isShown: (bulletins: ShownBulletin[]) => boolean): Promise<ShownBulletin[]> {
      while (!isShown(bulletins)) if (!(await next())) throw new Error('The stream has ended.')
      return bulletins
    },
    async ended(): Promise<boolean> {
      while (!isOver) await next()
      return isOver
    },
    close: () => control.abort(),
  }
}
