import type { CollectionBeforeOperationHook } from 'payload'
import { instant, json, long, number, required, text } from '@/fields/records'
import { Refused } from '@/workflow/Refused'
import { siteEndpoints } from '@/workflow/site/endpoints'
import { record } from './records'

/** Only the steps of `src/workflow/site` write here, below Payload's operations: none of these is a way around them. */
const refuseWrites: CollectionBeforeOperationHook = ({ operation }) => {
  if (!['read', 'readDistinct', 'count'].includes(operation)) throw new Refused('notAllowed')
}

const bySteps = { hooks: { beforeOperation: [refuseWrites] } }

/** 网站设置: what the portal is called, looks like and says of itself, a row for each version that was begun. */
export const SiteVersions = record(
  'siteVersions',
  [
    number('revision', { ...required, unique: true }),
    text('state', required),
    json('content', required),
    // Of the content: an approval is of exactly these words.
    text('hash', required),
    number('lock', required),
    // Who saved it.
    json('writers', required),
    text('submitter'),
    text('byName', required),
    instant('approvedAt'),
  ],
  { ...bySteps, endpoints: siteEndpoints },
)

/** Every step leaves one record that nothing can change. */
export const SiteSteps = record(
  'siteSteps',
  [
    number('revision', required),
    // Of a version's steps; the version's `lock` when it was taken.
    number('seq', required),
    text('step', required),
    text('from', required),
    text('to', required),
    text('hash', required),
    long('reason'),
    text('by', required),
    text('byName', required),
    text('onBehalfOf'),
    text('onBehalfOfName'),
    json('confirmed'),
    json('findings'),
    json('writers'),
    instant('at', required),
  ],
  { ...bySteps, timestamps: false },
)
