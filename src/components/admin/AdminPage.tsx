import { DefaultTemplate } from '@payloadcms/next/templates'
import { Gutter } from '@payloadcms/ui'
import type { AdminViewServerProps } from 'payload'
import type { ReactNode } from 'react'

type Props = { view: AdminViewServerProps; className?: string; children: ReactNode }

/** A page of our own in the admin's frame; what it shows is its main part. */
export function AdminPage({ view, className, children }: Props) {
  return (
    <AdminFrame view={view}>
      <main>
        <Gutter className={className}>{children}</Gutter>
      </main>
    </AdminFrame>
  )
}

/** The admin's menu and header around a page that brings its own main part. */
export function AdminFrame({ view, children }: Omit<Props, 'className'>) {
  const { initPageResult, params, searchParams } = view
  const { req, permissions, visibleEntities, locale } = initPageResult
  return (
    <DefaultTemplate
      i18n={req.i18n}
      locale={locale}
      params={params}
      payload={req.payload}
      permissions={permissions}
      searchParams={searchParams}
      user={req.user ?? undefined}
      visibleEntities={visibleEntities}
    >
      {children}
    </DefaultTemplate>
  )
}
