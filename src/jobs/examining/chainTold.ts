import type { Flaw } from '@/workflow/audit/checkChain'
import type { Log } from './readLog'

/** What is wrong with the chain of the audit log, a sentence each. */
export const chainTold = ({ flaws, isRepeated }: Pick<Log, 'flaws' | 'isRepeated'>): string[] => [
  ...flaws.map(toldOf),
  ...(isRepeated ? [repeated] : []),
]

const repeated = '✗ 有序号重复的记录。Some rows share a number.'

function toldOf({ kind, seq, until, id }: Flaw): string {
  const [zh, en] = sentences[kind]
  const rows = until === undefined || until === seq ? `${seq}` : `${seq}–${until}`
  const named = (text: string) => text.replace('{rows}', id ? `${rows} (${id})` : rows)
  return `✗ ${named(zh)}${named(en)}`
}

const sentences: Record<Flaw['kind'], [zh: string, en: string]> = {
  changed: [
    '第 {rows} 条被改动，或不是本系统写入的。',
    'Row {rows} was changed or not written by this system.',
  ],
  missing: ['第 {rows} 条缺失。', 'Row {rows} is missing.'],
  inserted: ['第 {rows} 条是插入的。', 'Row {rows} was inserted.'],
  outOfChain: ['第 {rows} 条与前一条接不上。', 'Row {rows} does not follow the row before it.'],
  cutOff: ['末尾的第 {rows} 条被截去。', 'Row {rows} was cut off at the end.'],
  headLost: [
    '在第 {rows} 条之前，链头曾缺失或被改动。',
    'Before row {rows} the head was lost or changed.',
  ],
  headChanged: [
    '链头缺失或被改动，或更换密钥后未设 ZHIKU_FORMER_SECRETS。',
    'The head is lost or changed, or the secret was changed without ZHIKU_FORMER_SECRETS.',
  ],
}
