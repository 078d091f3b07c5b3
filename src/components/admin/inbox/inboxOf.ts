import type { PayloadRequest } from 'payload'
import { cache } from 'react'
import type { Actor } from '@/access/actor'
import { libraries, steps, type Library } from '@/access/rules'
import { taskKinds, type TaskKind } from '@/access/tasks'
import { dashboardTexts } from '@/i18n/adminPages'
import { fill } from '@/i18n/adminTexts'
import type { Language } from '@/i18n/language'
import { harmOf } from '@/statistics/harm'
import { nameOfNode } from '@/workflow/step/publication'
import { waitingFor, type Waiting } from '@/workflow/telling/waiting'
import { askedFor, type AskedFor } from '@/workflow/telling/askings'
import { workingDaysBetween, type Calendar } from '@/workflow/calendar/workingDays'
import { inboxPath } from '../addresses'

export type InboxRow = Pick<
  Waiting['entries'][number],
  'id' | 'library' | 'number' | 'title' | 'since'
> & { step: AskedFor; unit: string }

/** Everything that waits for this person over all libraries, what waits longest first. */
export async function inboxOf(req: PayloadRequest, actor: Actor): Promise<InboxRow[]> {
  const groups = await waitingHere(req, actor)
  return groups
    .flatMap(({ step, entries }) =>
      entries.map(({ id, library, number, title, since, unit }) => ({
        ...{ id, library, number, title, since, unit, step },
      })),
    )
    .sort((a, b) => a.since.localeCompare(b.since))
}

/** What the page shows of it: one library, one kind of decision or of tasks, all tasks, or what is unread, as its address says. */
export type InboxAsked = {
  library: Library | null
  step: AskedFor | null
  kind: TaskKind | null
  isTasks: boolean
  isUnread: boolean
}

export function inboxAsked(query: Record<string, unknown> | undefined): InboxAsked {
  return {
    library: libraries.find((library) => library === query?.library) ?? null,
    step: askedFor.find((step) => step === query?.step) ?? null,
    kind: taskKinds.find((kind) => kind === query?.kind) ?? null,
    isTasks: query?.tasks === 'yes',
    isUnread: query?.messages === 'yes',
  }
}

/** What another unit asks to agree to lies outside one's own lists. */
export const addressOf = ({ step, library, id }: Pick<InboxRow, 'step' | 'library' | 'id'>) =>
  `/admin/${steps[step].of === 'consulted' ? 'consulted' : 'collections'}/${library}/${id}?inbox=1`

/** Where this entry stands among what waits, and what is opened after it was decided. */
export type InboxPlace = { position: number; total: number; next: string }

/** The next in line after this one; from the last on the first that is still open; then the inbox itself. */
export function placeIn(rows: InboxRow[], id: string): InboxPlace {
  const at = rows.findIndex((row) => row.id === id)
  const others = [...rows.slice(at + 1), ...rows.slice(0, Math.max(at, 0))]
  const [next] = others.filter((row) => row.id !== id)
  return { position: at + 1, total: rows.length, next: next ? addressOf(next) : inboxPath }
}

export async function unitNames(req: PayloadRequest, rows: InboxRow[]) {
  const units = [...new Set(rows.map(({ unit }) => unit))]
  const names = await Promise.all(units.map((unit) => nameOfNode(req, unit)))
  return new Map(units.map((unit, index) => [unit, names[index] ?? '']))
}

/** As `waitingFor`. Several parts of one page may ask; the database is asked once. */
export const waitingHere = cache(waitingFor)

/** How bad it is that this waits: the longer, the worse. */
export const harmIn = (
  { since }: Pick<InboxRow, 'since'>,
  now: Date,
  calendar: Calendar,
): number => {
  const hours = (now.getTime() - Date.parse(since)) / 3_600_000
  // Of one working day the earlier comes before the later.
  const days = workingDaysBetween(new Date(since), now, calendar) + Math.min(hours, 1e5) / 1e6
  return harmOf({ kind: 'decision', uses: 0, days })
}

/** How long something has waited, in working days and in words. */
export function waitedFor(since: string, language: Language, calendar: Calendar): string {
  const texts = dashboardTexts[language]
  const days = workingDaysBetween(new Date(since), new Date(), calendar)
  return days === 0 ? texts.today : fill(texts.days, { n: days })
}
