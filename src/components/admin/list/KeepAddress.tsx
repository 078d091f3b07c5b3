'use client'

import { useSearchParams } from 'next/navigation'
import { useEffect } from 'react'
import type { Library } from '@/access/rules'
import { keepListAddress } from './listAddress'

/** Remembers where in the list somebody is, for the way back from an entry. */
export function KeepAddress({ library }: { library: Library }) {
  const search = useSearchParams().toString()
  useEffect(() => {
    keepListAddress(library, search && `?${search}`)
  }, [library, search])
  return null
}
