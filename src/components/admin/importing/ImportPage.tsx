'use client'

import { useSearchParams } from 'next/navigation'
import type { Library } from '@/access/rules'
import type { Choice } from '@/workflow/tree/readUnits'
import { BatchView } from './BatchView'
import { Earlier } from './Earlier'
import { Upload } from './Upload'

type Props = {
  libraries: readonly Library[]
  /** The units into which rows may go; null where it is the own one alone. */
  units: readonly Choice[] | null
}

/** One batch where the address names it; otherwise a new one, and the earlier ones. */
export function ImportPage({ libraries, units }: Props) {
  const batch = useSearchParams().get('batch')
  if (batch) return <BatchView key={batch} id={batch} units={units} />
  return (
    <>
      <Upload libraries={libraries} />
      <Earlier />
    </>
  )
}
