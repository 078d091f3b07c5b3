import type { Metadata, Viewport } from 'next'
import type { ReactNode } from 'react'
import { siteNow } from '@/app/siteNow'
import { PortalFrame } from './PortalFrame'
import { siteMetadata } from './siteMetadata'

export const generateMetadata = async (): Promise<Metadata> => siteMetadata(await siteNow())

export async function generateViewport(): Promise<Viewport> {
  const { content } = await siteNow()
  return { width: 'device-width', initialScale: 1, themeColor: content.color || '#12426b' }
}

export default async function PortalLayout({ children }: { children: ReactNode }) {
  return <PortalFrame site={await siteNow()}>{children}</PortalFrame>
}
