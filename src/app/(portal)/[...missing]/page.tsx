import { MissingPage, missingMetadata } from '@/app/(portal)/MissingPage'

export const generateMetadata = missingMetadata

/** Every address nobody else answers, so that a wrong one gets the portal's own page. */
export default function UnknownAddress() {
  return <MissingPage />
}
