import { notFound } from 'next/navigation'
import type { AdminViewServerProps } from 'payload'
import { actorOf } from '@/access/actor'
import { keepingSeen, nobodyKeeps } from '@/access/keeping'
import { fill } from '@/i18n/adminTexts'
import { handoverTexts, type HandoverTexts } from '@/i18n/people'
import { namesOf } from '@/workflow/namesOf'
import { AdminPage } from '../AdminPage'
import { HandOver } from './HandOver'
import { readHeirs, readKeepers, type Keeper } from '@/workflow/accounts/keeping/readKeepers'

/** 移交经办: all or some of a person's entries go into the care of another. */
export async function HandoverView(view: AdminViewServerProps) {
  const { req } = view.initPageResult
  const actor = actorOf(req.user)
  if (!actor || keepingSeen(actor) === 'none') notFound()
  const texts = handoverTexts[req.i18n.language === 'en' ? 'en' : 'zh']
  const asked = view.searchParams?.from
  const from = typeof asked === 'string' && /^[\w-]{1,64}$/.test(asked) ? asked : null
  const keepers = await readKeepers(req.payload, actor)
  const keeper = keepers.find(({ id }) => (id ?? nobodyKeeps) === from)
  const heirs = keeper ? await readHeirs(req.payload, actor, keeper.id) : []
  const name = from && !keeper ? (await namesOf(req.payload, [from])).get(from) : undefined
  return (
    <AdminPage view={view} title={texts.title}>
      <p className="zk-soft">{texts.about}</p>
      {keepers.length === 0 ? (
        <p>{texts.empty}</p>
      ) : (
        <form className="zk-filters" method="get" action="/admin/handover">
          <label>
            {texts.from}
            <select name="from" defaultValue={keeper ? (from ?? '') : ''}>
              <option value="">{texts.choose}</option>
              {keepers.map((one) => (
                <option key={one.id} value={one.id ?? nobodyKeeps}>
                  {optionOf(one, texts)}
                </option>
              ))}
            </select>
          </label>
          <button type="submit" className="zk-button">
            {texts.show}
          </button>
        </form>
      )}
      {name && <p>{fill(texts.nothing, { name })}</p>}
      {keeper && <HandOver key={from} from={keeper.id} heirs={heirs} />}
    </AdminPage>
  )
}

const optionOf = ({ id, name, isActive, count }: Keeper, texts: HandoverTexts) =>
  fill(isActive ? texts.option : texts.optionOff, { name: id ? name : texts.nobody, n: count })
