import { dayOf } from '@/shanghaiDay'

/** Which readings somebody wants to see; what is left out does not narrow. */
export type ViewsWanted = {
  /** A unit by its id: what it and what lies below it answer for now. */
  unit?: string
  /** An entry's number. */
  entry?: string
  /** A person's or system's id; `me` for one's own. */
  reader?: string
  /** Days of Asia/Shanghai, YYYY-MM-DD, both included; without `from` the last thirty. */
  from?: string
  to?: string
}

/** What an address asks for; what is not understood is as if it were not there. */
export function viewsWantedIn(query: Record<string, unknown> | undefined): ViewsWanted {
  const given = Object.entries(forms).flatMap(([name, isOne]) => {
    const value = query?.[name]
    const text = typeof value === 'string' ? value.trim() : ''
    return text && isOne(text) ? [[name, text]] : []
  })
  return Object.fromEntries(given) as ViewsWanted
}

const isId = (text: string) => /^[\w-]{1,64}$/.test(text)
/** A day there is. */
const isDay = (text: string) => /^\d{4}-\d{2}-\d{2}$/.test(text) && dayOf(text) === text

/** A number that nothing has finds nothing. */
const forms: Record<keyof ViewsWanted, (text: string) => boolean> = {
  unit: isId,
  entry: (text) => text.length <= 64,
  reader: isId,
  from: isDay,
  to: isDay,
}
