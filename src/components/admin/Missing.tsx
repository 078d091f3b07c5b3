import { DefaultTemplate } from '@payloadcms/next/templates'
import { getNextRequestI18n } from '@payloadcms/next/utilities'
import { Gutter, SetStepNav } from '@payloadcms/ui'
import { getVisibleEntities } from '@payloadcms/ui/shared'
import { headers } from 'next/headers'
import { createLocalReq, type SanitizedConfig } from 'payload'
import { missingTexts } from '@/i18n/adminPages'
import { whoIsHere } from './routing'

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
