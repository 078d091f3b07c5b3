import { createLocalReq, type Payload } from 'payload'
import { env } from '@/env'
import type { User } from '@/payload-types'
import { enrol, enrolWithoutPassword } from '@/workflow/accounts/enrol'
import { ensureCounters } from '@/workflow/counters'
import { past } from './city/changes'
import { details } from './city/details'
import { entries } from './city/entries'
import { demoAccounts, editorAndApprover, type DemoPerson } from './city/people'
import { others } from './city/others'
import { units } from './city/tree'
import { seedThemes } from '@/workflow/themes/seedThemes'
import { makePassword, type Account, type Report } from './createEmptyCity'
import { plantTree, type Planted } from './plantTree'
import { writeBulletins } from './writeBulletins'
import { asFirstApproved, writeChanges } from './writeChanges'
import { personOf, writeEntries } from './writeEntries'
import { writeLooks } from './writeLooks'
import { writeOthers } from './writeOthers'
import { writeReadings } from './writeReadings'
import { writeReports } from './writeReports'
import { writeSite } from './writeSite'
import { writeTasks } from './writeTasks'

/** Fills an empty database with the demo city; the accounts of this run come back, in order. */
export async function loadDemoCity(given: {
  payload: Payload
  report?: Report
  /** One password for all accounts instead of a random one for each. */
  password?: string
  /** The clock: approvals lie in the months before it. */
  now?: Date
}): Promise<Account[]> {
  const { payload, report = () => {}, password = env.demoPassword, now = new Date() } = given
  const texts = [...details, ...entries, ...past]
  const people = peopleOf([...texts, ...others].map(({ unit }) => unit))
  const count = counting(report, units.length + people.length + texts.length + others.length)

  await ensureCounters(payload)
  await seedThemes(payload)
  const planted = await plantTree({ payload, units, onUnit: () => count('知识树 Tree') })
  const { accounts, users } = await enrolAll({ payload, people, planted, password, count })
  await writeEntries({
    ...{ payload, texts: asFirstApproved(texts), planted, users, now },
    onEntry: () => count('知识 Entries'),
  })
  await writeOthers({
    ...{ payload, others, planted, now },
    personOf: (unit, role) => personOf(users, unit, role),
    onEntry: () => count('预案、信息、案件 Plans, notices, cases'),
  })
  await writeChanges({
    ...{ payload, texts, now },
    personOf: (unit, role) => personOf(users, unit, role),
  })
  await writeBulletins({ payload, now, personOf: (unit, role) => personOf(users, unit, role) })
  await writeReadings({ payload, now })
  await writeLooks({ payload, people: users, planted, now })
  await writeReports({
    ...{ payload, now, centre: personOf(users, 'centre', 'centre') },
    ...{ approver: personOf(users, 'yb', 'approver'), unit: planted.get('yb')! },
  })
  await writeSite({
    ...{ payload, now, centre: personOf(users, 'centre', 'centre') },
    approver: personOf(users, 'centre', 'approver'),
  })
  await writeTasks({
    ...{ payload, now, planted },
    personOf: (unit, role) => personOf(users, unit, role),
  })
  return accounts
}

function counting(report: Report, total: number) {
  let done = 0
  return (text: string) => report({ done: (done += 1), total, text })
}

/** The demo accounts, and an editor and an approver for each unit with entries that has none of these. */
function peopleOf(unitsWithEntries: string[]): DemoPerson[] {
  const staffed = new Set(
    demoAccounts.filter(({ roles }) => roles.includes('editor')).map(({ unit }) => unit),
  )
  const others = [...new Set(unitsWithEntries)].filter((unit) => !staffed.has(unit))
  const known = new Set(demoAccounts.map(({ username }) => username))
  const made = others.flatMap(editorAndApprover).filter(({ username }) => !known.has(username))
  return [...demoAccounts, ...made]
}

async function enrolAll(given: {
  payload: Payload
  people: readonly DemoPerson[]
  planted: Map<string, Planted>
  password: string | undefined
  count: (text: string) => void
}) {
  const accounts: Account[] = []
  const users: { key: string; user: User }[] = []
  const req = await createLocalReq({}, given.payload)
  for (const person of given.people) {
    const unit = given.planted.get(person.unit)
    if (!unit) throw new Error(`The demo city has no unit ${person.unit}.`)
    const { username, name, roles } = person
    const enrolment = { username, name, roles, unit: unit.id }
    if (!demoAccounts.includes(person)) {
      const user = await enrolWithoutPassword(req, { ...enrolment, isActive: true })
      users.push({ key: person.unit, user })
    } else {
      const password = given.password ?? makePassword()
      const user = await enrol(given.payload, { ...enrolment, password })
      users.push({ key: person.unit, user })
      accounts.push({ username, name, role: roles[0]!, unitName: unit.name, password })
    }
    given.count('账号 Accounts')
  }
  return { accounts, users }
}
