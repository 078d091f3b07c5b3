import type { Metadata } from 'next'
import { textMetadata, TextPage } from '../TextPage'

export const generateMetadata = (): Promise<Metadata> => textMetadata('about')

export default function AboutPage() {
  return <TextPage page="about" />
}
