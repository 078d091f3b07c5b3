import { createHash } from 'node:crypto'
import { askedForm } from '@/search/text/normalise'
import { dayBefore, dayOf, startOfDay } from '@/shanghaiDay'
import type { Row } from '@/tables'
import type { Live } from './askedOn'
import { rushes } from './city/changes'

const hour = 60 * 60 * 1000

type Rush = {
  searches: Row[]
  views: Row[]
  /** When it was noticed. */
  end: Date
}

/** What many citizens asked within one hour and opened, the earliest first. */
export function rushesBefore(now: Date, entries: readonly Live[]): Rush[] {
  return rushes
    .toSorted((one, other) => other.ago - one.ago)
    .flatMap((rush) => {
      const live = entries.find(({ title }) => title === rush.title)
      const begin = startOfDay(dayBefore(dayOf(now), rush.ago))?.getTime()
      if (!live || begin === undefined) return []
      return [rushOf({ ...rush, live, from: begin + rush.at * hour })]
    })
}

type Given = (typeof rushes)[number] & { live: Live; from: number }

function rushOf({ query, people, live, from }: Given): Rush {
  const { entry, number, title } = live
  const told = (n: number, what: string, seconds: number) => ({
    id: createHash('sha256').update(`${what} ${query} ${from} ${n}`).digest('hex').slice(0, 32),
    ...{ session: `demo-rush-${from}-${n}`, place: `demo-rush-${from}-${n}`, channel: 'portal' },
    at: new Date(from + (n / people) * 0.9 * hour + seconds * 1_000).toISOString(),
  })
  const readings = Array.from({ length: people }, (_, n) => {
    const search = {
      ...{ ...told(n, 'search', 0), query, form: askedForm(query), page: 1 },
      ...{ shown: number, found: 1, isTrial: false },
    }
    const opened = { entry, number, title, search: search.id, isRepeat: false, isPromoted: false }
    return { search, view: { ...told(n, 'view', 9), ...opened } }
  })
  return {
    searches: readings.map(({ search }) => search),
    views: readings.map(({ view }) => view),
    end: new Date(from + hour),
  }
}
