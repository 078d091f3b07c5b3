import { DefaultTemplate } from '@payloadcms/next/templates'
import { Gutter, SetStepNav } from '@payloadcms/ui'
import type { AdminViewServerProps } from 'payload'
import type { ReactNode } from 'react'

type Props = {
  view: AdminViewServerProps
  /** Its heading and its place in the path; a page that has more to say in its head brings its own. */
  title?: string
  /** Pages above this one, each with its address. */
  above?: { label: string; url: string }[]
  className?: string
  children: ReactNode
}

/** A page of our own in the admin's frame; what it shows is its main part. */
export function AdminPage({ view, title, above = [], className = 'zk-page', children }: Props) {
  return (
    <AdminFrame view={view}>
      {title && <SetStepNav nav={[...above, { label: title }]} />}
      <main>
        <Gutter className={className}>
          {title && <h1>{title}</h1>}
          {children}
        </Gutter>
      </main>
    </AdminFrame>
  )
}

/** The admin's menu and header around a page that brings its own main part. */
export function AdminFrame({ view, children }: Pick<Props, 'view' | 'children'>) {
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
      // The bell, which Payload puts on its own pages by itself.
      viewActions={req.payload.config.admin.components?.actions}
      visibleEntities={visibleEntities}
    >
      {children}
    </DefaultTemplate>
  )
}
