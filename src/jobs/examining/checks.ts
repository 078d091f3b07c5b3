import { numberPrefix } from '@/access/rules'
import type { Log } from './readLog'
import type { DecisionRow, Facts, PublicationRow, Violation, NodeRow } from './facts'
import { recordTold } from './records'
import { decisionsByEntry, registers } from './registers'

/** All rules of the three shelves that a database alone cannot enforce. Pure: facts and log decide. */
export function violationsOf(facts: Facts, log: Pick<Log, 'savers' | 'ownWork'>): Violation[] {
  return [
    ...liveRows(facts),
    ...openings(facts),
    ...log.ownWork.map(recordTold.ownWork),
    ...registers(facts, log),
    ...places(facts),
    ...indexed(facts),
    ...counters(facts),
  ]
}

/** One live row per entry, held by the entry's slot. */
function liveRows({ publications }: Facts): Violation[] {
  const found: Violation[] = []
  const live = new Map<string, number>()
  for (const row of publications) {
    const holdsSlot = row.slot === row.entry
    if (holdsSlot !== Boolean(row.isLive)) {
      found.push({
        zh: `${row.number}：发布记录 ${row.id} 的位置与在线标记不一致。`,
        en: `${row.number}: slot and live mark of publication ${row.id} disagree.`,
      })
    }
    if (row.isLive || holdsSlot) live.set(row.entry, (live.get(row.entry) ?? 0) + 1)
    if (row.isLive && (row.until || row.closedBy)) {
      found.push({
        zh: `${row.number}：发布记录 ${row.id} 已关闭却仍在线。`,
        en: `${row.number}: publication ${row.id} is closed and live at once.`,
      })
    }
  }
  for (const row of publications) {
    if ((live.get(row.entry) ?? 0) < 2) continue
    live.delete(row.entry)
    found.push({
      zh: `${row.number}：同时有多条在线记录。`,
      en: `${row.number}: more than one row is live.`,
    })
  }
  return found
}

/** Every row was opened by a decision that leads back to an approval by somebody else than its writers. */
function openings({ publications, decisions }: Facts): Violation[] {
  const decided = new Map(decisions.map((decision) => [decision.id, decision]))
  const closedBy = new Map<string, PublicationRow>()
  for (const row of publications) if (row.closedBy) closedBy.set(row.closedBy, row)
  const ofEntry = decisionsByEntry(decisions)

  return publications.flatMap((row) => {
    const flaw = flawOf(row, new Set())
    return flaw ? [flaw] : []
  })

  function flawOf(row: PublicationRow, seen: Set<string>): Violation | null {
    const decision = decided.get(row.openedBy)
    if (!decision || decision.entry !== row.entry || row.id !== row.openedBy) {
      return {
        zh: `${row.number}：发布记录 ${row.id} 没有对应的审批记录。`,
        en: `${row.number}: publication ${row.id} names no decision that opened it.`,
      }
    }
    switch (decision.step) {
      case 'approve':
        return otherText(row, decision) ?? ownWork(row, decision)
      case 'saveDirectly':
      case 'publish':
        return otherText(row, decision)
      case 'open':
      case 'close':
      case 'relocate':
      case 'resume':
        return sameTextBefore(row, decision, seen)
      default:
        return {
          zh: `${row.number}：步骤 ${decision.step} 不能使文本上线。`,
          en: `${row.number}: the step ${decision.step} cannot put a text online.`,
        }
    }
  }

  function otherText(row: PublicationRow, decision: DecisionRow): Violation | null {
    if (decision.revision === row.revision && decision.hash === row.hash) return null
    if (decision.revision === row.revision) {
      return {
        zh: `${row.number}：发布的第 ${row.revision} 版与所审批的文字不一致。`,
        en: `${row.number}: revision ${row.revision} is published in other words than were approved.`,
      }
    }
    return {
      zh: `${row.number}：审批的是第 ${decision.revision} 版，发布的是第 ${row.revision} 版。`,
      en: `${row.number}: revision ${decision.revision} was approved, revision ${row.revision} is published.`,
    }
  }

  function ownWork(row: PublicationRow, decision: DecisionRow): Violation | null {
    const submitted = (ofEntry.get(row.entry) ?? []).filter(
      ({ step, seq }) => step === 'submit' && seq < decision.seq,
    )
    const submitter = submitted.at(-1)?.by
    if (submitted.length > 0 && decision.by !== submitter && !wrote(decision)) return null
    return {
      zh: `${row.number}：第 ${row.revision} 版由其撰写人或提交人审批，或未经提交。`,
      en: `${row.number}: revision ${row.revision} was approved by who wrote or submitted it, or without being submitted.`,
    }
  }

  function sameTextBefore(
    row: PublicationRow,
    decision: DecisionRow,
    seen: Set<string>,
  ): Violation | null {
    const before = closedBy.get(decision.id) ?? lastBefore(row)
    if (!before || seen.has(before.id) || before.revision !== row.revision) {
      return {
        zh: `${row.number}：发布记录 ${row.id} 追溯不到一次审批。`,
        en: `${row.number}: publication ${row.id} does not lead back to an approval.`,
      }
    }
    return flawOf(before, seen.add(row.id))
  }

  /** What a withdrawn entry showed last. */
  function lastBefore(row: PublicationRow): PublicationRow | undefined {
    return publications
      .filter(({ entry, changeSeq }) => entry === row.entry && changeSeq < row.changeSeq)
      .sort((a, b) => a.changeSeq - b.changeSeq)
      .at(-1)
  }
}

const wrote = ({ by, writers }: DecisionRow) => by !== null && (writers ?? []).includes(by)

/** The index holds the live rows and nothing else, but for what still waits for it. */
function indexed({ publications, index }: Facts): Violation[] {
  if (!index) return []
  const waiting = new Set(publications.filter((row) => row.dirty).map(({ entry }) => entry))
  const live = new Map(publications.filter((row) => row.isLive).map((row) => [row.entry, row]))
  const held = new Map(index.map(({ id, version }) => [id, version]))
  const wrong = [...live.values()].filter(
    (row) => !waiting.has(row.entry) && held.get(row.entry) !== row.changeSeq,
  )
  const extra = [...held.keys()].filter((id) => !live.has(id) && !waiting.has(id))
  return [
    ...wrong.map((row) => ({
      zh: `${row.number}：检索索引中没有它的当前版本。`,
      en: `${row.number}: the search index lacks its present version.`,
    })),
    ...extra.map((id) => ({
      zh: `检索索引中有不在线的条目 ${id}。`,
      en: `The search index holds ${id}, which is not online.`,
    })),
  ]
}

/** Counters only grow: nothing was ever given a number above them. */
function counters({ register, publications, counters: values }: Facts): Violation[] {
  const found: Violation[] = []
  for (const row of register) {
    const given = Number(row.number.slice(numberPrefix[row.library].length))
    if (given > (values.get(row.library) ?? 0)) {
      found.push({
        zh: `${row.number}：编号大于计数器。`,
        en: `${row.number}: its number is above the counter.`,
      })
    }
  }
  const changes = values.get('changes') ?? 0
  for (const row of publications) {
    if (row.changeSeq <= changes) continue
    found.push({
      zh: `${row.number}：变更序号 ${row.changeSeq} 大于计数器 ${changes}。`,
      en: `${row.number}: change ${row.changeSeq} is above the counter ${changes}.`,
    })
  }
  return found
}

/**
 * Where things stand says who reads them: node, register, working copy and live text must name the same place, and
 * each node the place that follows from what is above it.
 */
function places({ register, publications, texts, nodes }: Facts): Violation[] {
  const live = new Map(publications.filter((row) => row.isLive).map((row) => [row.entry, row]))
  const misplaced = [...nodes.values()].filter((node) => !isPlaced(node, nodes))
  const strayed = register.filter((row) => {
    const { id, unit, category } = row
    const above = row.unitAbove ?? null
    const filed = nodes.get(category ?? unit)
    const at = (place: { unit: string | null; unitAbove: string | null } | undefined) =>
      !place || (place.unit === unit && (place.unitAbove ?? null) === above)
    return !(filed && at(filed) && at(texts.get(id)) && at(live.get(id)))
  })
  return [
    ...misplaced.map(({ name, id }) => ({
      zh: `知识树节点“${name}”（${id}）的位置与上级不符。`,
      en: `The node ${name} (${id}) stands elsewhere than below its parent.`,
    })),
    ...strayed.map(({ number }) => ({
      zh: `${number}：登记、工作稿或发布记录所在的单位不一致。`,
      en: `${number}: register, working copy and live text name different places.`,
    })),
  ]
}

function isPlaced(node: NodeRow, nodes: Facts['nodes']): boolean {
  const above = node.parent ? nodes.get(node.parent) : undefined
  if (node.parent && !above) return false
  const isCategory = node.kind === 'category'
  const unit = isCategory ? above?.id : node.id
  const unitAbove = isCategory ? (above?.unitAbove ?? null) : (above?.id ?? null)
  const level = (above?.level ?? 0) + 1
  return node.unit === unit && (node.unitAbove ?? null) === unitAbove && node.level === level
}
