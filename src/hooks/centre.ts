import type {
  CollectionAfterChangeHook,
  CollectionBeforeChangeHook,
  GlobalAfterChangeHook,
  PayloadRequest,
} from 'payload'
import type { KeptByCentre } from '@/access/granted'
import { vouched } from '@/workflow/audit/digests'
import { recordAudit } from '@/workflow/audit/append'
import { prepareHolidays } from '@/workflow/calendar/prepareHolidays'
import { withoutNumbers } from '@/workflow/findings/personalNumbers'
import { preparePhrase } from '@/workflow/phrases/preparePhrase'
import { scoreKeys } from '@/workflow/settings'
import { prepareDocument } from '@/workflow/tasks/documents'
import { prepareTheme } from '@/workflow/themes/themesOf'
import { prepareHotspot, prepareJudged, prepareTerm } from '@/workflow/usage/searching/prepare'

/** Checks what is saved, whole as it will stand, and adds what the server knows of it. */
const keeping =
  (prepare: (req: PayloadRequest, sent: Record<string, unknown>) => Promise<object>) =>
  async ({ data, originalDoc, req }: Parameters<CollectionBeforeChangeHook>[0]) => ({
    ...(data as object),
    ...(await prepare(req, { ...(originalDoc as object), ...(data as object) })),
  })

/** Words are stored trimmed and stand in one group only. */
export const keepTerm = keeping(prepareTerm)
/** One placement of an entry for a query, with who placed it. */
export const keepPlacement = keeping((req, sent) => prepareJudged(req, 'placements', sent))
/** A query and one of its right answers, once. */
export const keepJudgement = keeping((req, sent) => prepareJudged(req, 'judgements', sent))
/** One placement of an entry among the hotspots. */
export const keepHotspot = keeping(prepareHotspot)
/** A document, once, by its number in one form. */
export const keepDocument = keeping(prepareDocument)
/** A phrase with the words that lead to it. */
export const keepPhrase = keeping(preparePhrase)
/** A theme, once, by its name. */
export const keepTheme = keeping(prepareTheme)
/** A year's notice, with the days it names. */
export const keepHolidays = keeping(prepareHolidays)

type Kept = {
  id: string
  kind?: string
  number?: string
  title?: string
  query?: string
  entryTitle?: string
}

/** What the centre changes of it is on record: which words, which query, which year, and the entry meant. */
export const recordKept =
  (slug: KeptByCentre): CollectionAfterChangeHook =>
  async ({ doc, previousDoc, operation, req }) => {
    const { id: subject, kind, number } = doc as Kept
    const before = nameOf((previousDoc ?? {}) as Kept)
    const subjectName = nameOf(doc as Kept)
    const wasOther = operation === 'update' && before !== subjectName
    await recordAudit({
      req,
      action: `${slug}.${operation}`,
      subject,
      subjectName,
      details: {
        ...(kind ? { kind } : {}),
        ...(number ? { number } : {}),
        ...(wasOther ? { from: before } : {}),
        vouches: vouched(slug, doc as Kept),
      },
    })
  }

const nameOf = ({ title, query, entryTitle }: Kept): string =>
  withoutNumbers(title ?? query ?? entryTitle ?? '')

type Settings = {
  returnFirst?: unknown
  remindAfter?: number | null
  keptDays?: number | null
  scoreWeights?: Partial<Record<(typeof scoreKeys)[number], number | null>> | null
  listedWords?: { word: string; advice?: string | null }[] | null
  embedOrigins?: { origin: string }[] | null
}

/** Who changed what the centre decides for all units; of the listed words those that came, went or changed. */
export const recordSettings: GlobalAfterChangeHook = async ({ doc, previousDoc, global, req }) => {
  const before = (previousDoc ?? {}) as Settings
  const after = (doc ?? {}) as Settings
  await recordAudit({
    req,
    action: `${global.slug}.update`,
    subject: global.slug,
    subjectName: '工作流程设置',
    details: {
      from: before.returnFirst ?? null,
      to: after.returnFirst ?? null,
      ...changesOf(linesOf(before), linesOf(after)),
      ...originsChanged(originsOf(before), originsOf(after)),
      vouches: vouched('settings', { ...(after as object), id: global.slug }),
      ...(before.remindAfter === after.remindAfter ? {} : { remindAfter: after.remindAfter }),
      ...(before.keptDays === after.keptDays ? {} : { keptDays: after.keptDays }),
      ...(weightsOf(before) === weightsOf(after) ? {} : { scoreWeights: weightsOf(after) }),
    },
  })
}

/** In the order of the parts; `—` where nothing was said. */
const weightsOf = ({ scoreWeights }: Settings): string =>
  scoreKeys.map((key) => scoreWeights?.[key] ?? '—').join(' ')

const linesOf = ({ listedWords }: Settings): string[] =>
  (listedWords ?? []).map(({ word, advice }) => (advice ? `${word}：${advice}` : word))

const originsOf = ({ embedOrigins }: Settings): string[] =>
  (embedOrigins ?? []).map(({ origin }) => origin)

const originsChanged = (before: readonly string[], after: readonly string[]) =>
  before.join(' ') === after.join(' ') ? {} : { embedOrigins: { from: before, to: after } }

function changesOf(before: readonly string[], after: readonly string[]) {
  const wordsAdded = after.filter((line) => !before.includes(line))
  const wordsRemoved = before.filter((line) => !after.includes(line))
  return {
    ...(wordsAdded.length > 0 ? { wordsAdded } : {}),
    ...(wordsRemoved.length > 0 ? { wordsRemoved } : {}),
  }
}
