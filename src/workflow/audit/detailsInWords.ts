import type { Payload } from 'payload'
import { libraries, type Library, type State } from '@/access/rules'
import { fill } from '@/i18n/adminTexts'
import { auditActions, auditGroups, type AuditAction } from '@/i18n/auditActions'
import {
  accountFieldNames,
  auditDetailNames,
  auditDetailValues,
  auditTexts,
} from '@/i18n/auditDetails'
import type { Language } from '@/i18n/language'
import { hotspotPlacementNames, searchTexts } from '@/i18n/records'
import { countedIn } from '@/i18n/reviewing'
import { sharedTexts } from '@/i18n/shared'
import { stateNameOf } from '@/i18n/steps'
import { namesOf } from '../namesOf'
import { wholeGroup } from './readLines'

type Details = Record<string, unknown>
type Line = { action: string; details: unknown }
type Asked = {
  line: Line
  language: Language
  /** What people and nodes are called, by their ids (`idsIn`). */
  names: ReadonlyMap<string, string>
}

/** One thing a line tells beside who, when and what about. */
export type Told = { name: string; value: string }

/** The details of a line of the log, as people read them. */
export function detailsInWords(asked: Asked): Told[] {
  const { line, language } = asked
  return toldOf(asked).flatMap(([key, value]) => {
    const shown = valueIn(asked, key, value)
    const name = (auditDetailNames[key] ?? auditDetailNames.other)?.[language] ?? key
    return shown === '' ? [] : [{ name, value: shown }]
  })

  function valueIn({ names }: Asked, key: string, value: unknown): string {
    const texts = auditTexts[language]
    if (value === null || value === undefined) return texts.none
    if (typeof value === 'boolean') return value ? texts.yes : texts.no
    if (key === 'vouches') return vouchedIn(value, language)
    if (key === 'closed') return fill(texts.records, { n: 1 })
    if (key === 'findings') return countedIn(language, value)
    if (key === 'changed') return listed(value, (one) => accountFieldNames[one]?.[language] ?? one)
    if (key === 'stateFrom' || key === 'stateTo') return stateIn(line, value, language)
    if (key.startsWith('returnFirst')) return returnedIn(value, language)
    if (key === 'action') return actionIn(String(value), language)
    if (Array.isArray(value)) return listed(value) || texts.none
    if (typeof value === 'object') return Object.values(value).filter(isSaid).join('，')
    const text = String(value)
    return names.get(text) ?? wordOf(text)?.[language] ?? text
  }
}

/** The ids of people and nodes that the details name. */
export function idsIn({ action, details }: Line): string[] {
  const { from, to } = detailsOf(details)
  const parent = (from as Details | null)?.parent
  const named = action.startsWith('node.') || action.endsWith('.handover') ? [from, to, parent] : []
  return named.filter((id): id is string => typeof id === 'string' && id !== '')
}

/** What is told, each under the name it goes by here: `from` and `to` mean other things with other actions. */
function toldOf({ line: { action, details } }: Asked): [string, unknown][] {
  const { from, to, name, delegate, delegateName, embedOrigins, into, ...others } =
    detailsOf(details)
  return [
    ...rangeOf(action, from, to),
    ...(delegate || delegateName ? [['delegate', delegateName ?? delegate] as const] : []),
    ...(into || name ? [['into', name ?? into] as const] : []),
    ...(embedOrigins ? namedRange('origins', embedOrigins) : []),
    ...Object.entries(others),
  ] as [string, unknown][]
}

type Range = { from?: unknown; to?: unknown }

const namedRange = (name: string, { from, to }: Range): [string, unknown][] => [
  ...(from === undefined ? [] : [[`${name}From`, from] as [string, unknown]]),
  ...(to === undefined ? [] : [[`${name}To`, to] as [string, unknown]]),
]

function rangeOf(action: string, from: unknown, to: unknown): [string, unknown][] {
  const range = { from, to }
  if (action.endsWith('.handover')) return namedRange('keeper', range)
  if (action === 'settings.update') return namedRange('returnFirst', range)
  if (action.startsWith('delegation.')) return namedRange('day', range)
  if (action.startsWith('node.')) {
    const { name, parent } = (from ?? {}) as Details
    const isMoved = action === 'node.move'
    return [
      ...(name === undefined ? [] : [['nameFrom', name] as [string, unknown]]),
      ...(isMoved ? namedRange('parent', { from: parent ?? null, to: to ?? null }) : []),
    ]
  }
  if (libraryOf(action)) return namedRange('state', range)
  return from === undefined ? [] : [['wordsFrom', from]]
}

const libraryOf = (action: string): Library | undefined =>
  libraries.find((library) => action.startsWith(`${library}.`))

const stateIn = ({ action }: Line, state: unknown, language: Language): string =>
  stateNameOf(libraryOf(action) ?? 'knowledge', state as State)?.[language] ?? String(state)

function vouchedIn(value: unknown, language: Language): string {
  const digests = Object.values(value ?? {})
  const gone = digests.filter((digest) => digest === null).length
  const texts = auditTexts[language]
  return fill(gone > 0 ? texts.gone : texts.records, { n: digests.length, m: gone })
}

/** 先退回再修改 is on for which libraries. */
function returnedIn(value: unknown, language: Language): string {
  const on = Object.entries(value ?? {}).filter(([, isOn]) => isOn === true)
  const { library } = sharedTexts[language]
  return on.map(([name]) => library[name] ?? name).join('、') || auditTexts[language].none
}

function actionIn(action: string, language: Language): string {
  const group = auditGroups.find(({ key }) => wholeGroup(key) === action)
  return group?.label[language] ?? auditActions[action as AuditAction]?.[language] ?? action
}

const wordOf = (text: string) =>
  [auditDetailValues, searchTexts.kinds, searchTexts.placements, hotspotPlacementNames].find(
    (words) => Object.hasOwn(words, text),
  )?.[text as never] as { zh: string; en: string } | undefined

const listed = (value: unknown, nameOf = (one: string) => one): string =>
  (Array.isArray(value) ? value : [value]).map((one) => nameOf(String(one))).join('、')

const isSaid = (value: unknown): boolean =>
  ['string', 'number'].includes(typeof value) && value !== ''

const detailsOf = (details: unknown): Details =>
  typeof details === 'object' && details !== null && !Array.isArray(details)
    ? (details as Details)
    : {}

/** What people and nodes named in these lines are called; who is gone since keeps the id. */
export async function namesInLines(
  payload: Payload,
  lines: readonly { action: string; details?: unknown }[],
): Promise<ReadonlyMap<string, string>> {
  const ids = lines.flatMap(({ action, details }) => idsIn({ action, details }))
  const [people, nodes] = await Promise.all([namesOf(payload, ids), namesOf(payload, ids, 'nodes')])
  return new Map([...people, ...nodes])
}
