import type { Metadata } from 'next'
import { textMetadata, TextPage } from '../TextPage'

export const generateMetadata = (): Promise<Metadata> => textMetadata('privacy')

export default function PrivacyPage() {
  return <TextPage page="privacy" />
}
