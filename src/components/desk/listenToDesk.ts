import { at } from '@/base'
import type { ShownBulletin } from '@/reading/bulletins'
import { ask } from './ask'

type Told = { bulletins: ShownBulletin[] }

/** The server says something every 15 s; after so long without a word nobody is there. In milliseconds. */
const silence = 40_000
/** So soon after it is connected, it speaks; a proxy in between may keep it all to itself. */
const firstWord = 6_000
/** Without the stream the desk asks so often. */
const often = 5_000
/** A refused stream is tried again after so long, and each time after twice as long. */
const again = 10_000
const seldom = 5 * 60_000

/**
 * Keeps a desk told of what stands on top of it while its window is seen: by the stream of events, and where that is silent or
 * refused by asking. Where the session has ended it says so, and seldom tries again. Returns how to end it.
 */
export function listenToDesk(
  onTold: (bulletins: ShownBulletin[]) => void,
  onExpired: () => void,
): () => void {
  let source: EventSource | null = null
  let control: AbortController | null = null
  let quiet: number | undefined
  let asking: number | undefined
  let retry: number | undefined
  let pause = again

  const follow = () => (document.hidden ? stop() : listen())
  document.addEventListener('visibilitychange', follow)
  follow()
  return () => {
    document.removeEventListener('visibilitychange', follow)
    stop()
  }

  function stop(): void {
    source?.close()
    source = null
    control?.abort()
    control = null
    for (const timer of [quiet, asking, retry]) window.clearTimeout(timer)
    asking = undefined
  }

  function listen(): void {
    stop()
    const opened = new EventSource(at('/api/desk/events'))
    source = opened
    opened.addEventListener('bulletins', (event) => {
      heard()
      onTold((JSON.parse((event as MessageEvent<string>).data) as Told).bulletins)
    })
    opened.addEventListener('beat', heard)
    opened.onerror = () => {
      askMeanwhile()
      // The browser connects again by itself unless it was refused.
      if (opened.readyState !== EventSource.CLOSED) return
      window.clearTimeout(retry)
      retry = window.setTimeout(listen, pause * (0.75 + Math.random() / 2))
      pause = Math.min(2 * pause, seldom)
    }
    expectWord(firstWord)
    function expectWord(within: number): void {
      window.clearTimeout(quiet)
      quiet = window.setTimeout(askMeanwhile, within)
    }
    function heard(): void {
      pause = again
      control?.abort()
      window.clearTimeout(asking)
      asking = undefined
      expectWord(silence)
    }
  }

  function askMeanwhile(): void {
    if (asking !== undefined || document.hidden) return
    const asked = new AbortController()
    control = asked
    const turn = async () => {
      const answer = await ask<Told>('/api/desk/bulletins', asked.signal)
      if (asked.signal.aborted || asking === undefined) return
      if ('failure' in answer && answer.failure === 'expired') {
        stop()
        retry = window.setTimeout(listen, seldom)
        return onExpired()
      }
      if ('data' in answer) onTold(answer.data.bulletins)
      asking = window.setTimeout(run, often)
    }
    const run = () => void turn().catch(() => undefined)
    asking = window.setTimeout(run, 0)
  }
}
