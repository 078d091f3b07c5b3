import { indexed, instant, json, long, number, required, text } from '@/fields/records'
import { taskEndpoints } from '@/workflow/tasks/endpoints'
import { record } from './records'

/** 任务: something missing, wrong or old that one unit puts right by a day; see `access/tasks.ts`. */
export const Tasks = record(
  'tasks',
  [
    text('number', { ...required, unique: true }),
    text('kind', { ...required, ...indexed }),
    text('state', { ...required, ...indexed }),
    // Whose it is now.
    text('unit', { ...required, ...indexed }),
    text('unitAbove', indexed),
    // What it is about; of a gap, what answers it.
    text('entry', indexed),
    text('entryNumber'),
    number('revision'),
    // The query, what is wrong, what is asked for; without numbers of persons. Of a review the document, or nothing.
    long('about', required),
    // By which two of one kind are the same matter.
    text('matter', indexed),
    // Why a review is asked for.
    text('cause'),
    // The words of the text that are wrong.
    long('passage'),
    // Ids of those who told of it, in one text: Payload 3.90 finds nothing inside a JSON list on SQLite.
    long('reporters'),
    // How many times it was told.
    number('count', required),
    // The last day, as `2026-12-04`.
    text('due', { ...required, ...indexed }),
    // Of a review: the day on which the text goes offline by rule, of which its unit was told.
    text('lapsesOn'),
    number('reassigned', required),
    long('answer'),
    text('answeredBy'),
    // What closed it.
    text('outcome'),
    // What the queries found when they were asked last.
    json('replay'),
    // Counts every write of the row.
    number('lock', required),
    // What the last step still owes, on databases without transactions.
    long('intent'),
    instant('at', { ...required, ...indexed }),
    instant('answeredAt'),
    instant('overAt', indexed),
  ],
  { timestamps: false, endpoints: taskEndpoints },
)

/** Each time a task was told: one a task and person, or a citizen, who stays unknown. */
export const TaskReports = record(
  'taskReports',
  [
    text('task', { ...required, ...indexed }),
    text('by'),
    text('byName'),
    text('unit'),
    text('channel', required),
    // What was asked, and in the caller's words; without numbers of persons.
    long('query'),
    long('words'),
    text('district'),
    // The answer it was told of.
    text('search'),
    instant('at', { ...required, ...indexed }),
  ],
  // What one person or key told of, and the first of it with each task.
  { timestamps: false, indexes: [{ fields: ['by', 'task', 'at'] }] },
)

/** What was done with a task, never changed. */
export const TaskSteps = record(
  'taskSteps',
  [
    text('task', { ...required, ...indexed }),
    text('step', required),
    text('from'),
    text('to', required),
    // Whose it was then, and whose it is since.
    text('unit', required),
    text('unitName', required),
    long('sentence'),
    text('entry'),
    text('by'),
    text('byName'),
    number('seq', required),
    instant('at', { ...required, ...indexed }),
  ],
  { timestamps: false },
)

/** All of 任务办理. */
export const taskRecords = [Tasks, TaskReports, TaskSteps]
