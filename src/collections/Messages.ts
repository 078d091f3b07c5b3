import { indexed, instant, long, required, text } from '@/fields/records'
import { messageEndpoints } from '@/workflow/telling/messages'
import { record } from './records'

/** What one person is told of one event; written by `src/workflow` alone, marked as read by that person. */
export const Messages = record(
  'messages',
  [
    text('person', { ...required, ...indexed }),
    text('event', required),
    // By it a message is shown only as long as its person may see the entry; a purged entry takes it along.
    { name: 'entry', type: 'relationship', relationTo: 'register', index: true },
    text('library', required),
    text('number', required),
    text('step', required),
    // The step its person is asked for, and in the name of which unit.
    text('asks'),
    text('unit'),
    text('by'),
    text('byName'),
    long('reason'),
    instant('at', { ...required, ...indexed }),
    instant('readAt'),
    // What waited does no longer: it needs nobody's attention.
    instant('settledAt'),
    // The mail it went out with.
    text('mail', indexed),
  ],
  { endpoints: messageEndpoints },
)
