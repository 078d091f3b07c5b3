'use client'

import { useEffect } from 'react'
import { libraries } from '@/access/rules'
import { forgetListAddress } from './list/listAddress'

/** On the first page one begins anew: the way back from an entry leads to no list left before. */
export function ForgetLists() {
  useEffect(() => libraries.forEach(forgetListAddress), [])
  return null
}
