import { DefaultTemplate } from '@payloadcms/next/templates'
import { getNextRequestI18n } from '@payloadcms/next/utilities'
import { Gutter, SetStepNav } from '@payloadcms/ui'
import { getVisibleEntities } from '@payloadcms/ui/shared'
import { headers } from 'next/headers'
import { type AdminViewServerProps, createLocalReq, type SanitizedConfig } from 'payload'
import type { ReactNode } from 'react'
import { missingTexts } from '@/i18n/adminPages'
import { whoIsHere } from './routing'

type Props = {
  view: AdminViewServerProps
  /** Its heading and its place in the path; a page that has more to say in its head brings its own. */
  title?: string
  /** Its place in the path, where the page brings its own head. */
  place?: string
  /** Pages above this one, each with its address. */
  above?: { label: string; url: string }[]
  className?: string
  children: ReactNode
}

/** A page of our own in the admin's frame; what it shows is its main part. */
export function AdminPage(props: Props) {
  const { view, title, place = title, above = [], className = 'zk-page', children } = props
  return (
    <AdminFrame view={view}>
      {place && <SetStepNav nav={[...above, { label: place }]} />}
      <main>
        <Gutter className={className}>
          {title && <PageHead title={title} />}
          {children}
        </Gutter>
      </main>
    </AdminFrame>
  )
}

/** The heading of a page, with what may be done on it at the right. */
export function PageHead({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className="zk-head">
      <h1>{title}</h1>
      {children && <div className="zk-head__actions">{children}</div>}
    </div>
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

/** Where there is nothing for this person; nobody is told whether there is something for others. */
export async function Missing({ config }: { config: Promise<SanitizedConfig> }) {
  const { payload, language, user } = await whoIsHere(config)
  const texts = missingTexts[language]
  const said = (
    <main>
      <SetStepNav nav={[{ label: texts.title }]} />
      <Gutter className="zk-page">
        <h1>{texts.title}</h1>
        <p>{texts.text}</p>
        <p>
          <a className="zk-button" href="/admin">
            {texts.back}
          </a>
        </p>
      </Gutter>
    </main>
  )
  if (!user) return said
  const { permissions } = await payload.auth({ headers: await headers() })
  const i18n = await getNextRequestI18n({ config: payload.config })
  const req = await createLocalReq({ user }, payload)
  return (
    <DefaultTemplate
      i18n={i18n}
      payload={payload}
      permissions={permissions}
      user={user}
      viewActions={payload.config.admin.components?.actions}
      visibleEntities={getVisibleEntities({ req })}
    >
      {said}
    </DefaultTemplate>
  )
}
