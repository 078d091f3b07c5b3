import type { Language } from './language'

const zh = {
  figures: {
    tasksOpen: '任务未办结（期末）',
    tasksOverdue: '任务超期（期末）',
    tasksTold: '任务新增',
    tasksClosed: '任务办结',
    tasksRefused: '任务未采纳',
    corrections: '收到纠错',
    upheld: '纠错属实',
    byReplay: '按原话办结',
    sampled: '抽查内容',
    flawed: '抽查不合格',
  },
  group: '任务与抽查',
  took: '任务办理用时（中位数）',
  putRight: '纠错更正用时（中位数）',
  none: '本期没有任务和抽查。',
  /** Kept with a report as they were. */
  meanings: {
    tasksOpen:
      '期末还没有办结的任务数（知识缺口、纠错、维护需求、复核、抽查、矛盾、合并；合并涉及两个单位的各计一件）',
    tasksOverdue: '其中期末已过期限的任务数（合并除外）',
    tasksTold: '本期提出的任务数',
    tasksClosed: '本期办结的任务数',
    tasksRefused: '本期不予采纳、不同意合并或撤销的任务数',
    took: '本期办结的任务从提出到办结所用小时数的中位数',
    putRight: '本期因更正后的文字上线而办结的纠错，从提出到上线所用小时数的中位数',
    corrections: '本期提出的纠错数',
    upheld: '本期经单位认定属实的纠错数',
    byReplay: '本期因按原话检索能找到答案而办结的知识缺口数',
    sampled: '本期抽查的内容条数',
    flawed: '其中不合格的条数',
  },
}

const en: typeof zh = {
  figures: {
    tasksOpen: 'Tasks open at the end',
    tasksOverdue: 'Tasks overdue at the end',
    tasksTold: 'Tasks told',
    tasksClosed: 'Tasks closed',
    tasksRefused: 'Tasks refused',
    corrections: 'Corrections told',
    upheld: 'Corrections upheld',
    byReplay: 'Closed by replay',
    sampled: 'Entries checked',
    flawed: 'Checked and not fine',
  },
  group: 'Tasks and samples',
  took: 'Time to the end of a task (median)',
  putRight: 'Time until a correction was put right (median)',
  none: 'No tasks and no samples in this period.',
  /** Kept with a report as they were. */
  meanings: {
    tasksOpen: 'tasks that were not over at the end; a merge counts once for each unit',
    tasksOverdue: 'of these, past their day (merges aside)',
    tasksTold: 'tasks that were told or asked for',
    tasksClosed: 'tasks that were closed',
    tasksRefused: 'tasks that were refused, declined or cancelled',
    took: 'hours from being told to the end of tasks that were closed, the median',
    putRight: 'hours from being told until a text that puts it right was online, the median',
    corrections: 'corrections that were told',
    upheld: 'corrections that the unit found to be right',
    byReplay: 'gaps that were closed because their own queries find the answer',
    sampled: 'entries that were checked by 抽查',
    flawed: 'of these, those that were not fine',
  },
}

/** What figures of tasks are called, and what they mean. */
export const taskFigureTexts: Record<Language, typeof zh> = { zh, en }
