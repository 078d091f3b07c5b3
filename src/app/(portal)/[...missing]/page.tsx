import { notFound } from 'next/navigation'

/** Every address nobody else answers, so that a wrong one gets the portal's own page. */
export default function UnknownAddress(): never {
  notFound()
}
