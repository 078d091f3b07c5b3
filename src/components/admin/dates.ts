const zone = 'Asia/Shanghai'
const moment = new Intl.DateTimeFormat('sv-SE', {
  timeZone: zone,
  dateStyle: 'short',
  timeStyle: 'short',
})
const day = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short' })

/** `2026-11-22 10:05`, in the city's time. */
export const momentOf = (instant: string | null | undefined): string =>
  instant ? moment.format(new Date(instant)) : ''

/** `2026-11-22`, in the city's time. */
export const dayOf = (instant: string | null | undefined): string =>
  instant ? day.format(new Date(instant)) : ''
