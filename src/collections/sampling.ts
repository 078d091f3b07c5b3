import { flag, indexed, instant, json, long, number, required, text } from '@/fields/records'
import { sampleEndpoints } from '@/workflow/sampling/endpoints'
import { record } from './records'

/** 抽查: what the centre drew, and the number it was drawn by. */
const Samples = record(
  'samples',
  [
    number('seed', required),
    number('size', required),
    // Of which units; of all where none is named.
    text('unit'),
    // The last day whose readings count in it.
    text('day', required),
    // Numbers of entries, in the order they were drawn.
    json('entries', required),
    text('by', required),
    text('byName', required),
    instant('at', { ...required, ...indexed }),
  ],
  { timestamps: false, endpoints: sampleEndpoints },
)

/** What the centre found in an entry that was drawn: one a draw and entry. */
const SampleChecks = record(
  'sampleChecks',
  [
    text('sample', { ...required, ...indexed }),
    text('entry', required),
    text('number', required),
    number('revision', required),
    text('unit', { ...required, ...indexed }),
    text('unitAbove'),
    // What is not as it should be, one word after the other; nothing where all is.
    text('faults'),
    flag('isFlawed'),
    long('sentence'),
    text('by', required),
    text('byName', required),
    instant('at', { ...required, ...indexed }),
  ],
  { timestamps: false },
)

/** All of 抽查. */
export const sampleRecords = [Samples, SampleChecks]
