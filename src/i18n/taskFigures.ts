import type { Language } from './language'

const zh = {
  title: '任务与抽查',
  none: '这段时间没有任务和抽查。',
  unit: '单位',
  heads: [
    '未办结（现在）',
    '其中超期',
    '新增',
    '办结',
    '退回',
    '办理天数（中位）',
    '纠错属实',
    '按原话办结',
    '抽查不合格',
  ],
}

const en: typeof zh = {
  title: 'Tasks and samples',
  none: 'No tasks and no samples in this period.',
  unit: 'Unit',
  heads: [
    'Open now',
    'Overdue',
    'Told',
    'Closed',
    'Refused',
    'Days (median)',
    'Corrections upheld',
    'Closed by replay',
    'Samples not fine',
  ],
}

/** What the figures of tasks are called. */
export const taskFigureTexts: Record<Language, typeof zh> = { zh, en }
