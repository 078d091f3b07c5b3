import { flag, indexed, instant, json, long, number, required, text } from '@/fields/records'
import { gradeEndpoint } from '@/workflow/reporting/grade'
import { reportEndpoints } from '@/workflow/reporting/reportSteps'
import { record } from './records'

/** 月度监测、年度评估: the figures of all units in a month or a year, as they were on the day it was frozen. */
const Reports = record(
  'reports',
  [
    // The period by its first and last day.
    text('from', { ...required, ...indexed }),
    text('to', required),
    text('period', required),
    // What was counted of each unit, and what a score is made of.
    json('units', required),
    json('weights', required),
    json('meanings', required),
    instant('frozenAt', { ...required, ...indexed }),
    // How many objections there are: it is published as it was read, or not.
    number('objected', required),
    instant('publishedAt'),
    text('publishedBy'),
    text('publishedByName'),
  ],
  { timestamps: false, endpoints: reportEndpoints },
)

/** What a unit objects to its figures, and what the centre decided: one a unit and report. */
const Objections = record(
  'objections',
  [
    text('report', { ...required, ...indexed }),
    text('unit', required),
    text('unitName', required),
    long('sentence', required),
    text('by', required),
    text('byName', required),
    instant('at', required),
    flag('isUpheld'),
    long('answer'),
    text('decidedBy'),
    text('decidedByName'),
    instant('decidedAt'),
  ],
  { timestamps: false },
)

/** 重大错误: how the centre graded a text that was withdrawn because its content was wrong; by the id of the decision. */
const Gradings = record(
  'gradings',
  [
    text('entry', required),
    text('number', required),
    flag('isGrave'),
    long('sentence', required),
    text('by', required),
    text('byName', required),
    instant('at', { ...required, ...indexed }),
    instant('withdrawnAt', required),
  ],
  { timestamps: false, endpoints: [gradeEndpoint] },
)

/** All of 监测与通报. */
export const reportRecords = [Reports, Objections, Gradings]
