import type { Payload, Where } from 'payload'
import type { LiveRow } from '@/reading/live'

type Asked = { collection: string; where: Where; limit: number; page?: number }

export const liveRow = (more: Partial<LiveRow>): LiveRow => ({
  entry: 'entry',
  library: 'knowledge',
  kind: null,
  number: 'ZS000001',
  revision: 1,
  title: '怎样申请?',
  summary: '到窗口申请。',
  html: '<p>到窗口申请。</p>',
  similarQuestions: null,
  keywords: null,
  basis: null,
  basedOn: null,
  themes: null,
  topic: null,
  contact: null,
  attachments: null,
  related: null,
  unit: 'housing',
  unitAbove: null,
  unitName: '住建局',
  unitAboveName: null,
  category: 'housing-services',
  categoryKey: 'services',
  categoryName: '公共服务',
  openToUnits: true,
  openToPublic: true,
  validFrom: null,
  validUntil: null,
  reviewBy: null,
  confirmedAt: null,
  isUnreliable: null,
  approvedAt: '2026-03-01T02:00:00.000Z',
  changeSeq: 1,
  forCounty: null,
  ...more,
})

/** A payload whose publications answer in turn what they are told; keeps what it was asked. */
export function publicationsAnswering(...answers: LiveRow[][]) {
  const asked: Asked[] = []
  const readRows = async (question: Asked) => {
    asked.push(question)
    return answers[asked.length - 1] ?? []
  }
  const countGroups = async () => [{ count: answers.flat().length }]
  return { asked, payload: { db: { readRows, countGroups } } as unknown as Payload }
}
