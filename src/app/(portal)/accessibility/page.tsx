import type { Metadata } from 'next'
import { textMetadata, TextPage } from '../TextPage'

export const generateMetadata = (): Promise<Metadata> => textMetadata('accessibility')

export default function AccessibilityPage() {
  return <TextPage page="accessibility" />
}
