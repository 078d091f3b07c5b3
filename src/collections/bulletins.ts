import { indexed, instant, required, text } from '@/fields/records'
import { record } from './records'

/** 已阅: that a person confirmed what stood on their desk; one an activation or push and person, never changed. */
export const Receipts = record(
  'receipts',
  [
    // The decision that put it there.
    text('bulletin', { ...required, ...indexed }),
    text('entry', required),
    text('by', required),
    text('byName', required),
    // Theirs, then.
    text('unit', required),
    instant('at', required),
  ],
  { timestamps: false },
)
