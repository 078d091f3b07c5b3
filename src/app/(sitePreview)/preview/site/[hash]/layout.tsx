import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { PortalFrame } from '@/app/(portal)/PortalFrame'
import { siteMetadata } from '@/app/(portal)/siteMetadata'
import { StayingHere } from '@/app/StayingHere'
import { siteNow } from '@/app/siteNow'
import { previewedSite } from './previewed'

type Props = { params: Promise<{ hash: string }> }

const shown = async ({ params }: Props) =>
  (await previewedSite((await params).hash)) ?? (await siteNow())

export async function generateMetadata(props: Props): Promise<Metadata> {
  return { ...siteMetadata(await shown(props)), robots: { index: false } }
}

export default async function PreviewLayout({
  children,
  ...props
}: Props & { children: ReactNode }) {
  return (
    <PortalFrame site={await shown(props)}>
      <StayingHere />
      {children}
    </PortalFrame>
  )
}
