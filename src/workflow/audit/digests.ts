import { createHash, createHmac } from 'node:crypto'
import { idOf } from '@/access/actor'
import { presentKey } from './chain'

/**
 * What of each kind of record the log vouches for: everything that is never changed, or only together with a line
 * of its own. Left out is what moves by itself: sessions and failed sign-ins of people, that a publication was
 * closed (the line of the step that closed it says so), what follows from the tree.
 */
const covered = {
  decisions: [
    ...['entry', 'library', 'number', 'title', 'step', 'from', 'to', 'revision', 'seq', 'hash'],
    ...['reason', 'by', 'byName', 'unit', 'unitName', 'isActingForUnit', 'onBehalfOf'],
    ...['onBehalfOfName', 'confirmed', 'details', 'writers', 'at'],
  ],
  publications: [
    ...['entry', 'library', 'number', 'revision', 'hash', 'kind', 'title', 'summary', 'html'],
    ...['plain', 'similarQuestions', 'keywords', 'basis', 'topic', 'contact', 'attachments'],
    ...['files', 'related', 'unit', 'unitAbove', 'unitName', 'unitAboveName', 'category'],
    ...['categoryKey', 'categoryName', 'openToUnits', 'openToPublic', 'validFrom', 'validUntil'],
    ...['approvedAt', 'from', 'openedBy', 'forCounty', 'basedOn', 'themes'],
  ],
  users: [
    ...['username', 'name', 'unit', 'roles', 'isActive', 'mustChangePassword', 'email'],
    ...['hash', 'salt'],
  ],
  systems: [
    ...['name', 'audience', 'unit', 'responsible', 'rate', 'mayDeliverCases', 'mayTell'],
    ...['purpose', 'enableAPIKey', 'apiKeyIndex'],
  ],
  nodes: ['kind', 'name', 'parent', 'form', 'category', 'order', 'isCentre', 'isOffice'],
  settings: [
    ...['returnFirst', 'remindAfter', 'keptDays', 'scoreWeights', 'reviewMonths'],
    ...['lapseUnreviewed', 'listedWords', 'embedOrigins'],
  ],
  delegations: [
    ...['approver', 'approverName', 'delegate', 'delegateName', 'unit', 'from', 'until'],
    ...['endedAt', 'endedByName'],
  ],
  terms: ['kind', 'words', 'note', 'title'],
  placements: ['kind', 'query', 'entry', 'order', 'until', 'reason'],
  judgements: ['query', 'entry'],
  hotspotPlacements: ['kind', 'entry', 'order', 'until', 'reason'],
  documents: ['number', 'title', 'issuer', 'state', 'replacedBy'],
  keptThemes: ['title', 'order', 'isOff'],
  fixedPhrases: ['situation', 'text', 'words', 'order'],
  holidays: ['year', 'document', 'notice', 'daysOff', 'worked'],
  media: ['hash', 'name', 'filename', 'mimeType', 'filesize'],
  siteVersions: ['revision', 'state', 'content', 'hash', 'writers', 'submitter', 'approvedAt'],
  siteSteps: [
    ...['revision', 'seq', 'step', 'from', 'to', 'hash', 'reason', 'by', 'byName', 'onBehalfOf'],
    ...['onBehalfOfName', 'confirmed', 'findings', 'writers', 'at'],
  ],
} as const

/**
 * What earlier lines vouch for where less was covered when they were written. Each form has a number of its own in the
 * digest: a line of the present form is never taken for one of these, or what was added could be changed unnoticed.
 */
const earlier: Partial<Record<keyof typeof covered, readonly (readonly string[])[]>> = {
  settings: [
    ['returnFirst', 'remindAfter', 'keptDays', 'listedWords', 'embedOrigins'],
    ['returnFirst', 'remindAfter', 'keptDays', 'scoreWeights', 'listedWords', 'embedOrigins'],
  ],
  systems: [
    [
      ...['name', 'audience', 'unit', 'responsible', 'rate', 'mayDeliverCases', 'purpose'],
      ...['enableAPIKey', 'apiKeyIndex'],
    ],
  ],
}

/** What there was not before lines covered it: no line of an earlier form vouches for a record that has it. */
const madeWithItsCover: Partial<Record<keyof typeof covered, readonly string[]>> = {
  settings: ['lapseUnreviewed'],
  systems: ['mayTell'],
}

export type Covered = keyof typeof covered
export const coveredCollections = Object.keys(covered) as Covered[]

/** What a line of the log vouches for: digests of records by kind and id, null of one that is gone since. */
export type Vouched = Record<string, string | null>

/** The records as they are now written, for the line that tells of them. */
export const vouched = (kind: Covered, ...rows: readonly Row[]): Vouched =>
  Object.fromEntries(rows.map((row) => [keyOf(kind, row.id), digestOf(kind, row)]))

export const vouchedGone = (kind: Covered, id: string): Vouched => ({ [keyOf(kind, id)]: null })

export const keyOf = (kind: Covered, id: string): string => `${kind}:${id}`

type Row = { id: string }

/**
 * What a line of the log keeps of a record, so that `audit:verify` and `doctor` find it changed, replaced or gone.
 * Keyed as the chain is: nobody without the secret can tell from it what was in the record, nor make one anew.
 */
export const digestOf = (kind: Covered, row: object, key = presentKey()): string =>
  digestIn(kind, row, { columns: covered[kind], form: earlier[kind]?.length ?? 0, key })

/** Does a line that keeps this digest vouch for the record as it is, in the form of its time? */
export const isVouchedBy = (digest: string, kind: Covered, row: object, key: Key): boolean =>
  digestOf(kind, row, key) === digest ||
  (!madeWithItsCover[kind]?.some((name) => Boolean((row as Record<string, unknown>)[name])) &&
    (earlier[kind] ?? []).some(
      (columns, form) => digestIn(kind, row, { columns, form, key }) === digest,
    ))

type Key = ReturnType<typeof presentKey>
type Form = { columns: readonly string[]; form: number; key: Key }

function digestIn(kind: Covered, row: object, { columns, form, key }: Form): string {
  const values = inOrder(columnsOf(row, columns))
  const said = form === 0 ? values : withoutSilent(values)
  return createHmac('sha256', key)
    .update(`${kind}${form || ''} ${canonical(said)}`)
    .digest('hex')
}

/** Groups of which nothing was said are left out too: databases give them back as nothing, or with nothing in them. */
const withoutSilent = (columns: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(columns).filter(([, value]) => canonical(value) !== '{}'))

/** Roles are a set; databases give them back in any order. */
const inOrder = (columns: Record<string, unknown>): Record<string, unknown> =>
  Array.isArray(columns.roles)
    ? { ...columns, roles: [...(columns.roles as string[])].sort() }
    : columns

/** What readers get of a text, without where it is filed and whom it is open to. */
const content = [
  ...['title', 'summary', 'html', 'plain', 'kind', 'similarQuestions', 'keywords', 'basis'],
  ...['topic', 'contact', 'attachments', 'related', 'validFrom', 'validUntil', 'forCounty'],
  ...['basedOn', 'themes'],
]

/**
 * The hash of what readers get: told with a review, taken by the step that decides, kept with the publication. An
 * approval is of exactly these words.
 */
export const contentHash = (text: object): string =>
  createHash('sha256')
    .update(canonical(columnsOf(text, content)))
    .digest('hex')

/**
 * A value as one text, whatever order of keys, kind of dates or emptiness the database gives it back in. What is
 * empty is left out: databases differ in what they keep of it.
 */
const canonical = (value: unknown): string => JSON.stringify(ordered(value)) ?? 'null'

/** The named columns of a row, relationships by their ids. */
const columnsOf = (row: object, names: readonly string[]): Record<string, unknown> =>
  Object.fromEntries(
    names.map((name) => {
      const value = (row as Record<string, unknown>)[name]
      return [name, isInstant.test(name) ? instantOf(value) : related(value)]
    }),
  )

const isInstant = /^(?:at|from|until|endedAt|validFrom|validUntil|approvedAt)$/

function instantOf(value: unknown): unknown {
  if (!(value instanceof Date) && typeof value !== 'string') return value
  const at = new Date(value).getTime()
  return Number.isNaN(at) ? value : at
}

const related = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && 'createdAt' in value
    ? idOf(value)
    : value

function ordered(value: unknown): unknown {
  if (value instanceof Date) return value.toISOString()
  if (Array.isArray(value)) return value.map(ordered)
  if (typeof value !== 'object' || value === null) return value === '' ? null : (value ?? null)
  const entries = Object.entries(value)
    .map(([name, inner]) => [name, ordered(inner)] as const)
    .filter(([, inner]) => inner !== null)
    .sort(([one], [other]) => (one < other ? -1 : 1))
  return Object.fromEntries(entries)
}
