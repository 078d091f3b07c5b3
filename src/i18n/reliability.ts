import type { Language } from './language'

const zh = {
  unreliable: '不可靠：近期多次被指出有误，请向责任单位核实',
  questioned: (count: number) => `有 ${count} 条纠错待核实，请向责任单位核实`,
  overdue: '待复核：已超过复核日期，请以责任单位答复为准',
  recent: '近期已核实',
  earlier: '上次核实已超过半年',
  used: (count: number) => `通话中使用 ${count} 次无纠错`,
  brief: { unreliable: '不可靠', questioned: '有纠错待核实', overdue: '待复核' },
}

const en: typeof zh = {
  unreliable: 'often corrected of late: ask the unit in charge',
  questioned: (count) =>
    `${count} open correction${count === 1 ? '' : 's'}: ask the unit in charge`,
  overdue: 'overdue for review: ask the unit in charge',
  recent: 'looked at lately',
  earlier: 'last looked at more than half a year ago',
  used: (count) => `used on ${count} call${count === 1 ? '' : 's'} without a correction`,
  brief: { unreliable: 'Unreliable', questioned: 'Correction open', overdue: 'Review overdue' },
}

/** 可信度 in words. */
export const reliabilityTexts: Record<Language, typeof zh> = { zh, en }
