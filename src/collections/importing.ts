import type { CollectionBeforeOperationHook } from 'payload'
import { libraries } from '@/access/rules'
import { indexed, instant, long, number, required, text } from '@/fields/records'
import { batchStates, outcomes } from '@/workflow/importing/batch'
import { importEndpoints } from '@/workflow/importing/endpoints'
import { Refused } from '@/workflow/Refused'
import { record } from './records'

/** Only `src/workflow/importing` writes here, below Payload's operations. */
const refuseWrites: CollectionBeforeOperationHook = ({ operation }) => {
  if (!['read', 'readDistinct', 'count'].includes(operation)) throw new Refused('notAllowed')
}

const byServer = { hooks: { beforeOperation: [refuseWrites] } }

/** Which source row became which entry, and what the row looked like then. Its addresses are those of batches. */
export const Imports = record(
  'imports',
  [
    text('entry', { ...required, ...indexed }),
    text('rowHash', required),
    number('revision', required),
  ],
  { endpoints: importEndpoints },
)

/** A sheet that somebody brought: how its columns are read, and how far it is. */
const ImportBatches = record(
  'importBatches',
  [
    { name: 'library', type: 'select', options: [...libraries], required: true },
    text('name', required),
    // SHA-256 of the file as it was sent.
    text('hash', required),
    number('size', required),
    number('total', required),
    number('headLine', required),
    text('by', indexed),
    text('byName'),
    // The one unit it goes into; empty for all.
    text('unit'),
    instant('at', { ...required, ...indexed }),
    { name: 'state', type: 'select', options: [...batchStates], required: true, index: true },
    // Counts the changes of its state and of who works on it.
    number('lock', required),
    text('worker'),
    instant('claimedAt'),
    number('done', required),
    number('todo', required),
    // What follows is JSON.
    long('notes', required),
    long('headings', required),
    text('headingsKey', indexed),
    long('samples', required),
    long('columns', required),
    long('units', required),
    long('options', required),
  ],
  byServer,
)

/** The cells of a sheet as they were read, some hundred rows at a time. */
const ImportCells = record(
  'importCells',
  [text('batch', { ...required, ...indexed }), number('seq', required), long('rows', required)],
  { ...byServer, timestamps: false },
)

/** A row of a sheet: what will become of it, and what has. */
const ImportRows = record(
  'importRows',
  [
    text('batch', { ...required, ...indexed }),
    number('line', required),
    text('title'),
    text('unit'),
    text('unitName'),
    { name: 'outcome', type: 'select', options: [...outcomes], required: true },
    text('entry', indexed),
    text('number'),
    // Of the entry: as it was compared, then as the batch left it.
    number('revision'),
    number('lock'),
    text('sourceKey'),
    text('hash'),
    text('categoryKey'),
    // What a person changed since is written over: yes or nothing.
    { name: 'isChosen', type: 'checkbox' },
    text('result'),
    // What follows is JSON.
    long('said'),
    long('similar'),
    long('data'),
    long('theirs'),
    long('ours'),
    long('before'),
  ],
  {
    ...byServer,
    timestamps: false,
    indexes: [{ fields: ['batch', 'line'] }, { fields: ['batch', 'outcome'] }],
  },
)

export const importRecords = [Imports, ImportBatches, ImportCells, ImportRows]
