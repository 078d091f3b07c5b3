'use client'

import { useRouter, useSearchParams } from 'next/navigation'
import { useTransition } from 'react'
import { dues } from '@/access/listFilter'
import { categoryKeys, type Library } from '@/access/rules'
import { dueTexts } from '@/i18n/attention'
import { fill } from '@/i18n/adminTexts'
import { categoryNames } from '@/i18n/names'
import { listTexts } from '@/i18n/lists'
import { useTexts } from '../useTexts'
import { limits, orders, type LibraryAsked, type Order } from './libraryAsked'
import { UnitOptions } from '../parts'
import type { Choice } from '@/workflow/tree/readUnits'

/** Whose entries a list can be narrowed to; `name` is null for one's own. */
export type KeeperChoice = { id: string; name: string | null }

type Props = {
  library: Library
  asked: LibraryAsked
  units: Choice[]
  keepers: KeeperChoice[]
  /** How many entries there are. */
  total: number
}

/** Words to look for, then unit, category and keeper, and in which order; each change is in the address. */
export function LibraryFilters({ library, asked, units, keepers, total }: Props) {
  const { texts: shared, language } = useTexts()
  const texts = listTexts[language]
  const router = useRouter()
  const search = useSearchParams()
  const [isLoading, startTransition] = useTransition()
  const { unit, category, keeper, due, sort } = asked

  function narrow(change: Record<string, string>) {
    const query = new URLSearchParams(search)
    for (const [name, value] of Object.entries(change)) query.set(name, value)
    for (const name of ['page', ...Object.keys(change)]) if (!change[name]) query.delete(name)
    startTransition(() => router.push(`/admin/collections/${library}?${query}`))
  }
  const isNarrowed = Boolean(asked.search || unit || category || keeper || due)
  return (
    <form
      className="zk-filters"
      aria-label={texts.filters}
      aria-busy={isLoading}
      onSubmit={(event) => {
        event.preventDefault()
        narrow({ search: String(new FormData(event.currentTarget).get('search') ?? '').trim() })
      }}
    >
      <div className="zk-search">
        <input
          key={asked.search}
          type="search"
          name="search"
          aria-label={texts.findEntry}
          placeholder={texts.findEntry}
          defaultValue={asked.search}
        />
        <button type="submit" className="zk-button">
          {texts.find}
        </button>
      </div>
      {units.length > 1 && (
        <select
          aria-label={shared.filterByUnit}
          value={unit ?? ''}
          onChange={({ target }) => narrow({ unit: target.value })}
        >
          <option value="">{shared.allUnits}</option>
          <UnitOptions units={units} />
        </select>
      )}
      {library === 'knowledge' && (
        <select
          aria-label={shared.filterByCategory}
          value={category ?? ''}
          onChange={({ target }) => narrow({ category: target.value })}
        >
          <option value="">{shared.allCategories}</option>
          {categoryKeys.map((key) => (
            <option key={key} value={key}>
              {categoryNames[key][language]}
            </option>
          ))}
        </select>
      )}
      {library === 'knowledge' && (
        <select
          aria-label={dueTexts[language].filter}
          value={due ?? ''}
          onChange={({ target }) => narrow({ due: target.value })}
        >
          <option value="">{dueTexts[language].every}</option>
          {dues.map((one) => (
            <option key={one} value={one}>
              {dueTexts[language].names[one]}
            </option>
          ))}
        </select>
      )}
      {keepers.length > 0 && (
        <select
          aria-label={texts.byKeeper}
          value={keeper ?? ''}
          onChange={({ target }) => narrow({ keeper: target.value })}
        >
          <option value="">{texts.keepers}</option>
          {keepers.map(({ id, name }) => (
            <option key={id} value={id}>
              {name === null ? texts.mine : fill(texts.keptBy, { name })}
            </option>
          ))}
        </select>
      )}
      <select
        aria-label={texts.sort}
        value={sort}
        onChange={({ target }) => narrow({ sort: target.value })}
      >
        {orders
          .filter((order) => isUseful(order, asked))
          .map((order) => (
            <option key={order} value={order}>
              {texts.orders[order]}
            </option>
          ))}
      </select>
      {total > limits[0] && (
        <select
          aria-label={texts.limits}
          value={asked.limit}
          onChange={({ target }) => narrow({ limit: target.value })}
        >
          {[...new Set([...limits, asked.limit])].map((n) => (
            <option key={n} value={n}>
              {fill(texts.perPage, { n })}
            </option>
          ))}
        </select>
      )}
      {isNarrowed && (
        <button
          type="button"
          className="zk-link"
          onClick={() => narrow({ search: '', unit: '', category: '', keeper: '', due: '' })}
        >
          {texts.clear}
        </button>
      )}
    </form>
  )
}

/** When a deletion was asked for orders only those for which it was. */
const isUseful = (order: Order, { flag, sort }: LibraryAsked) =>
  order !== 'deletionState' || flag === 'deletion' || sort === order
