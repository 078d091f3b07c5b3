import type { Payload } from 'payload'
import { noFigures } from '@/statistics/figures'
import { readCity, type City } from '@/statistics/readCity'
import type { Span } from '@/statistics/span'
import { calendarNow } from '../calendar/calendarNow'
import { reviewsDone } from '../promoting/reviewsDone'

/** The figures of all units in a span with their looks each five working days; as old as `readCity` says. */
export async function readFigures(
  payload: Payload,
  span: Span,
  units: readonly string[],
  now = new Date(),
): Promise<City> {
  const city = await readCity(payload, span, now)
  const calendar = await calendarNow(payload)
  const looks = await reviewsDone(payload, { ...span, calendar, units: [...units], now })
  const empty = { ...noFigures(), stock: { live: [], states: [] } }
  const known = new Map(city)
  for (const unit of units) {
    const own = looks.get(unit)
    if (own && own.toLook + own.noEditor > 0)
      known.set(unit, { ...(city.get(unit) ?? empty), ...own })
  }
  return known
}
