import type { Where, PayloadRequest } from 'payload'
import type { Actor } from '@/access/actor'
import { listFlags, type ListFlag } from '@/access/listFilter'
import { reachQuery } from '@/access/reach'
import { libraries, states, type Library, type State } from '@/access/rules'
import { dashboardTexts } from '@/i18n/adminPages'
import { fill } from '@/i18n/adminTexts'
import type { Language } from '@/i18n/language'
import { sharedTexts } from '@/i18n/shared'
import { listFlagNames, stateNames } from '@/i18n/steps'
import { countAccounts } from '@/workflow/accounts/readPeople'
import { countsOf } from '@/workflow/reviewing/countsOf'
import { lentTo, mayReadCopies } from '@/workflow/reviewing/mayRead'

const columns: readonly (State | ListFlag)[] = [...states, ...listFlags]

/** How many entries of each library stand where, among those this person reads; for the operator, the accounts. */
export async function Overview(props: SectionProps & { unitName: string }) {
  const { req, actor, language, unitName } = props
  const texts = dashboardTexts[language]
  const reach = reachQuery(actor)
  if (actor.roles.includes('operator')) {
    return (
      <section>
        <h2>{texts.overview}</h2>
        <p>{fill(texts.accounts, await countAccounts(req))}</p>
      </section>
    )
  }
  if (reach === false) return null
  // The same for every library, so asked once; whoever reads all needs none lent.
  const lent = reach === true ? [] : await lentTo(req)
  const rows = await Promise.all(
    libraries.map(async (library) => {
      const readable = await mayReadCopies(library, lent)({ req })
      const conditions: Where[] = typeof readable === 'boolean' ? [] : [readable]
      return { library, counts: await countsOf({ payload: req.payload, library, conditions }) }
    }),
  )
  return (
    <section>
      <h2>{texts.overview}</h2>
      <p className="zk-soft">
        {reach === true ? texts.allUnits : fill(texts.byStates, { unit: unitName })}
      </p>
      <div className="zk-figures">
        <table>
          <thead>
            <tr>
              <th scope="col">{texts.library}</th>
              {columns.map((column) => (
                <th key={column} scope="col">
                  {nameOf(column)[language]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ library, counts }) => (
              <tr key={library}>
                <th scope="row">{sharedTexts[language].library[library]}</th>
                {columns.map((column) => (
                  <td key={column}>
                    <a href={addressOf(library, column)}>{counts[column]}</a>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}

const isState = (column: State | ListFlag): column is State => states.some((one) => one === column)

const nameOf = (column: State | ListFlag) =>
  isState(column) ? stateNames[column] : listFlagNames[column]

const addressOf = (library: Library, column: State | ListFlag) =>
  `/admin/collections/${library}?${isState(column) ? 'state' : 'flag'}=${column}&sort=-stateSince`

/** What each part of the first page is given. */
export type SectionProps = { req: PayloadRequest; actor: Actor; language: Language }
