/** Where callers live and firms have their seat, as far as the tree tells it: counties, zones and parks. */
export const isDistrict = ({ kind, form }: { kind?: unknown; form?: unknown }): boolean =>
  kind === 'region' || form === 'zone' || form === 'park'
