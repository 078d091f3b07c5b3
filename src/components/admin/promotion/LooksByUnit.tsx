import type { AdminViewServerProps } from 'payload'
import type { Language } from '@/i18n/language'
import { promotionTexts, type PromotionTexts } from '@/i18n/promoting'
import { unitTexts } from '@/i18n/unitTexts'
import type { Looks } from '@/workflow/promoting/looks'
import { lookStates, type LookState } from '@/workflow/promoting/lookStates'
import type { Review } from '@/workflow/promoting/reviews'
import type { UnitFacts } from '@/workflow/tree/readUnits'
import { momentOf } from '../dates'
import { Empty, FilterEnd, Table } from '../parts'

/** So many periods the centre may choose from, the present one first. */
export const periodsShown = 12

const path = '/admin/promotion'

type Props = {
  view: AdminViewServerProps
  looks: readonly Looks[]
  units: readonly UnitFacts[]
  language: Language
}

/** For the centre: which units looked in a period, who and when, what came of it, and which did not. */
export async function LooksByUnit({ view, looks, units, language }: Props) {
  const texts = promotionTexts[language]
  const { period: wanted, show } = view.searchParams ?? {}
  const [present] = looks
  const chosen = looks.find(({ period }) => period.first === wanted) ?? present
  if (!chosen) return null
  const isMissed = show === 'missed'
  // A county's own matters belong to its government office.
  const asked = units.filter(({ kind }) => kind !== 'region')
  const states = await lookStates(view.initPageResult.req.payload, {
    ...{ looks: chosen, units: asked, isPresent: chosen === present },
  })
  const rows = asked.map((unit) => ({ unit, state: states.get(unit.id) ?? 'notAsked' }))
  const missed = rows.filter(({ state }) => state === 'missed')
  const shown = isMissed ? missed : rows
  return (
    <section>
      <h2>{texts.units}</h2>
      <p className="zk-soft">{texts.aboutUnits}</p>
      <form className="zk-filters" method="get" action={path}>
        <select name="period" aria-label={texts.choosePeriod} defaultValue={chosen.period.first}>
          {looks.map(({ period }) => (
            <option key={period.first} value={period.first}>
              {nameOf(period, texts)}
            </option>
          ))}
        </select>
        <select name="show" aria-label={texts.show} defaultValue={isMissed ? 'missed' : ''}>
          <option value="">{texts.all}</option>
          <option value="missed">{texts.missed}</option>
        </select>
        <FilterEnd
          texts={unitTexts[language]}
          isNarrowed={isMissed || chosen !== present}
          whole={path}
        />
      </form>
      <p className="zk-soft" role="status">
        {chosen.askedAt ? texts.counted(rows.length, missed.length) : texts.notAskedYet}
      </p>
      {shown.length === 0 ? (
        <Empty said={texts.none} />
      ) : (
        <Table heads={[texts.unit, texts.state, texts.by, texts.at, texts.came]}>
          {shown.map(({ unit, state }) => (
            <Row key={unit.id} {...{ unit, state, looks: chosen, texts }} />
          ))}
        </Table>
      )}
    </section>
  )
}

const nameOf = ({ year, number, first, last }: Looks['period'], texts: PromotionTexts): string =>
  texts.period(year, number, texts.days(first.slice(5), last.slice(5)))

type RowProps = { unit: UnitFacts; state: LookState; looks: Looks; texts: PromotionTexts }

function Row({ unit, state, looks, texts }: RowProps) {
  const look = looks.looked.get(unit.id)
  const isQuiet = state === 'empty' || state === 'notAsked'
  const tone = state === 'looked' ? 'approved' : 'returned'
  return (
    <tr>
      <th scope="row">
        <a href={`/admin/units/${unit.id}`}>{unit.name}</a>{' '}
        {unit.above && <span className="zk-soft">{unit.above.name}</span>}
      </th>
      <td data-label={texts.state}>
        <span className={isQuiet ? 'zk-soft' : `zk-state zk-state--${tone}`}>
          {texts.states[state]}
        </span>
      </td>
      <Cell label={texts.by} said={look?.byName ?? ''} />
      <Cell label={texts.at} said={look?.byName ? momentOf(look.at) : ''} />
      <Cell label={texts.came} said={cameIn(looks.promoted.get(unit.id) ?? [], texts)} />
    </tr>
  )
}

/** Where nothing is to be said, a phone is spared the line. */
const Cell = ({ label, said }: { label: string; said: string }) => (
  <td data-label={label} className={said ? undefined : 'zk-none'}>
    {said || <span className="zk-soft">—</span>}
  </td>
)

/** How many of each came of it. */
function cameIn(promoted: readonly Review[], texts: PromotionTexts): string {
  const kinds = ['drafted', 'revised', 'marked'] as const
  return kinds
    .map((kind) => [kind, promoted.filter(({ outcome }) => outcome === kind).length] as const)
    .filter(([, n]) => n > 0)
    .map(([kind, n]) => `${texts.cameOf[kind]} ${n}`)
    .join('，')
}
