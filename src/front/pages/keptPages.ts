import { createHash } from 'node:crypto'
import type { Payload } from 'payload'
import { editionNow, type Edition } from '@/reading/edition'
import type { PageAsked } from './pageAsked'
import { renderPage, type Making, type NotedPage } from './renderPage'

/** A page that many may be shown, and by which it is known again. */
export type KeptPage = NotedPage & { etag: string }

/** All pages together, in bytes as they are kept. */
const most = 64 * 1024 * 1024

type Held = { page: Promise<KeptPage>; until: number; bytes: number }

/**
 * Citizens' pages, made once for all who ask while nothing of them changes. A page belongs to the edition that was asked for
 * before it was made: what changes meanwhile is another edition, in which it is never shown.
 */
export function createKeptPages(payload: Payload, making: Making) {
  let edition: Edition | null = null
  let held = new Map<string, Held>()
  let bytes = 0

  return { pageNow }

  /** Rejects as the database does. */
  async function pageNow(asked: PageAsked): Promise<KeptPage> {
    const now = await editionNow(payload)
    if (now !== edition) {
      edition = now
      held = new Map()
      bytes = 0
    }
    const key = JSON.stringify([asked.address, asked.language, asked.view])
    const known = held.get(key)
    if (known && performance.now() < known.until) {
      // The one asked for last goes last.
      held.delete(key)
      held.set(key, known)
      return known.page
    }
    return make(key, asked, now)
  }

  function make(key: string, asked: PageAsked, of: Edition): Promise<KeptPage> {
    forget(key)
    const isSettled = performance.now() >= of.settledAt
    const page = renderPage(making, asked).then(known)
    const one: Held = { page, until: isSettled ? Infinity : of.settledAt, bytes: 0 }
    held.set(key, one)
    const own = held
    page.then(
      ({ status, headers, zipped, notes }) => {
        if (own !== held || held.get(key) !== one) return
        const isPassing = notes.some((note) => 'passing' in note)
        if (status !== 200 || headers['set-cookie'] || isPassing) return forget(key)
        one.bytes = zipped.length
        bytes += one.bytes
        for (const oldest of held.keys()) {
          if (bytes <= most) break
          forget(oldest)
        }
      },
      () => {
        if (own === held && held.get(key) === one) forget(key)
      },
    )
    return page
  }

  function forget(key: string): void {
    bytes -= held.get(key)?.bytes ?? 0
    held.delete(key)
  }
}

function known(page: NotedPage): KeptPage {
  const digest = createHash('sha1').update(page.zipped).digest('base64url')
  // Weak: the same page is compressed or not.
  return { ...page, etag: `W/"${digest}"` }
}
