import type { Step } from '@/access/rules'
import type { DecisionRow, Facts, Violation } from './facts'
import type { Log } from './readLog'

/** What puts an entry on the desks. */
const beginning = { activation: 'activate', push: 'push' } as const satisfies Record<string, Step>

/** Register, text, live row and last record tell the same story. */
export function registers(
  { register, publications, texts, decisions }: Facts,
  { savers }: Pick<Log, 'savers'>,
): Violation[] {
  const live = new Map(publications.filter((row) => row.isLive).map((row) => [row.entry, row]))
  const known = new Set(register.map(({ id }) => id))
  const ofEntry = decisionsByEntry(decisions)
  const found: Violation[] = []
  for (const row of register) {
    const { id, number, state, revision } = row
    const say = (zh: string, en: string) =>
      found.push({ zh: `${number}：${zh}`, en: `${number}: ${en}` })
    if (row.intent) say('有一步没有做完。', 'a step was left half done.')
    const text = texts.get(id)?.revision
    if (text !== revision) {
      say(
        `登记为第 ${revision} 版，文本为第 ${text ?? '?'} 版。`,
        `the register says revision ${revision}, the text is revision ${text ?? '?'}.`,
      )
    }
    const online = live.get(id)
    if ((row.liveRevision ?? null) !== (online?.revision ?? null)) {
      say(
        '登记的在线版本与发布记录不符。',
        'the live revision of the register is not the published one.',
      )
    }
    const isOffline = Boolean(row.isWithdrawn || row.trashedAt)
    if (state === 'approved' && !isOffline && online?.revision !== revision) {
      say('已审批却没有上线。', 'approved, but not online.')
    }
    if (isOffline && online) say('已下架或删除却仍在线。', 'withdrawn or deleted, but online.')
    const records = ofEntry.get(id) ?? []
    const last = records.at(-1)
    const by = (step: Step) => records.findLast((record) => record.step === step)?.by
    if (state === 'pending' && row.submitter !== by('submit')) {
      say('登记的提交人与审批记录不符。', 'its submitter is not the one on record.')
    }
    if (row.deletionRequestedBy && row.deletionRequestedBy !== by('requestDeletion')) {
      say('登记的申请人与审批记录不符。', 'who asked for its deletion is not on record.')
    }
    const begun = (['activation', 'push'] as const).filter((mark) => row[mark] != null)
    if (begun.length > 0 && !online) say('已下线却仍在工作台上。', 'offline, but on the desks.')
    const isBegun = (mark: (typeof begun)[number]) =>
      records.some(({ id, step }) => id === row[mark] && step === beginning[mark])
    if (!begun.every(isBegun)) {
      say('启动或推送没有记录。', 'what put it on the desks is not on record.')
    }
    const writers = JSON.parse(row.writers ?? '[]') as string[]
    if ([...(savers.get(id) ?? [])].some((person) => !writers.includes(person))) {
      say('登记的撰写人与审计日志不符。', 'somebody saved it whom the register does not name.')
    }
    if ((last?.to ?? 'draft') !== state) {
      say(
        `状态为 ${state}，而最后一步记录的是 ${last?.to ?? 'draft'}。`,
        `its state is ${state}, but the last record says ${last?.to ?? 'draft'}.`,
      )
    }
  }
  for (const id of texts.keys()) {
    if (known.has(id)) continue
    found.push({ zh: `文本 ${id} 没有登记。`, en: `The text ${id} is not in the register.` })
  }
  for (const [id, row] of live) {
    if (known.has(id)) continue
    found.push({
      zh: `${row.number}：在线却没有登记。`,
      en: `${row.number}: online, but not in the register.`,
    })
  }
  return found
}

/** In their order. */
export function decisionsByEntry(decisions: DecisionRow[]): Map<string, DecisionRow[]> {
  const groups = new Map<string, DecisionRow[]>()
  for (const decision of decisions) {
    const group = groups.get(decision.entry)
    if (group) group.push(decision)
    else groups.set(decision.entry, [decision])
  }
  return groups
}
