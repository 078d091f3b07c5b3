import type { Metadata } from 'next'
import { env } from '@/env'

/** The one address under which search engines are to know a page, however it was reached. */
export const canonical = (path: string): Pick<Metadata, 'alternates'> => ({
  alternates: { canonical: env.site + path },
})
