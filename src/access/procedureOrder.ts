import { categoryKeys } from './rules'

type Ordered = {
  kind: string
  form?: string | null
  category?: string | null
  isOffice?: boolean | null
  order?: number | null
}

/**
 * Where nodes stand among their siblings, as the operating procedure lists them: municipal departments, zones,
 * parks, counties; below a county its office first, then bodies, then townships; categories in their own order.
 */
export function rankOf({ kind, form, category, isOffice }: Ordered): number {
  if (kind === 'category') return 10 + categoryKeys.findIndex((key) => key === category)
  if (kind === 'region') return 4
  if (kind === 'township') return 5
  if (isOffice) return 0
  return form === 'zone' ? 2 : form === 'park' ? 3 : 1
}

/** The order of siblings; among those of one rank, the centre's own. */
export const inProcedureOrder = (one: Ordered, other: Ordered): number =>
  rankOf(one) - rankOf(other) || (one.order ?? 0) - (other.order ?? 0)
