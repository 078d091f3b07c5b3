import type { GlobalAfterChangeHook } from 'payload'
import { vouched } from '@/workflow/audit/digests'
import { recordAudit } from '@/workflow/audit/append'

type Settings = {
  returnFirst?: unknown
  remindAfter?: number | null
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
    },
  })
}

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
