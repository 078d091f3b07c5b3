import { notFound } from 'next/navigation'
import type { AdminViewServerProps } from 'payload'
import { actorOf } from '@/access/actor'
import { unitsSeen } from '@/access/units'
import { fill } from '@/i18n/adminTexts'
import { unitTexts } from '@/i18n/unitTexts'
import { FilterEnd, Empty } from '../parts'
import { AdminPage } from '../AdminPage'
import { readUnits } from '@/workflow/tree/readUnits'
import { isShown, shows, UnitsTable } from './UnitsTable'

/** 单位情况: the units this person sees, with what each lacks; narrowed by name and by what is lacking. */
export async function UnitsView(view: AdminViewServerProps) {
  const { req } = view.initPageResult
  const actor = actorOf(req.user)
  const seen = unitsSeen(actor)
  if (!actor || seen === 'none') notFound()
  const language = req.i18n.language === 'en' ? 'en' : 'zh'
  const texts = unitTexts[language]
  const units = await readUnits(req.payload, actor)
  const words = String(view.searchParams?.q ?? '').trim()
  const show = shows.find((one) => one === view.searchParams?.show) ?? 'all'
  const named = units.filter(({ name }) => name.toLowerCase().includes(words.toLowerCase()))
  const shown = named.filter((unit) => isShown(unit, show))
  const labels = { all: texts.allUnits, lacking: texts.lacking, owing: texts.owing }
  return (
    <AdminPage view={view} title={texts.title}>
      <p className="zk-soft">{seen === 'everything' ? texts.about : texts.aboutOwn}</p>
      <form className="zk-filters" method="get" action="/admin/units">
        <div className="zk-search">
          <input
            type="search"
            name="q"
            aria-label={texts.find}
            placeholder={texts.find}
            defaultValue={words}
          />
        </div>
        <select name="show" aria-label={texts.show} defaultValue={show}>
          {shows.map((one) => (
            <option key={one} value={one}>
              {fill(labels[one], { n: named.filter((unit) => isShown(unit, one)).length })}
            </option>
          ))}
        </select>
        <FilterEnd texts={texts} isNarrowed={words !== '' || show !== 'all'} whole="/admin/units" />
      </form>
      {shown.length === 0 ? (
        <Empty said={texts.none} />
      ) : (
        <>
          <p className="zk-soft" role="status">
            {fill(texts.shown, { n: shown.length })}
          </p>
          <UnitsTable units={shown} language={language} />
        </>
      )}
    </AdminPage>
  )
}
