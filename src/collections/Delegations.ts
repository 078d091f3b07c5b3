import { indexed, instant, required, text } from '@/fields/records'
import { delegationEndpoints } from '@/workflow/accounts/delegating/nameDelegate'
import { record } from './records'

/** Who stands in for an approver of their unit, and when. */
export const Delegations = record(
  'delegations',
  [
    // The approver's id until it is ended, the row's own id after: one for each approver on every database.
    text('slot', { required: true, unique: true }),
    text('approver', { ...required, ...indexed }),
    text('approverName'),
    text('delegate', { ...required, ...indexed }),
    text('delegateName'),
    text('unit', { ...required, ...indexed }),
    instant('from', required),
    instant('until', required),
    instant('endedAt'),
    text('endedByName'),
  ],
  { endpoints: delegationEndpoints },
)
