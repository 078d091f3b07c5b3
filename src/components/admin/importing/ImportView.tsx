import { notFound } from 'next/navigation'
import type { AdminViewServerProps } from 'payload'
import { actorOf } from '@/access/actor'
import { importsInto, mayImport } from '@/access/importing'
import { libraries } from '@/access/rules'
import { adminPages } from '@/i18n/adminPages'
import { importPageTexts } from '@/i18n/importPage'
import type { Language } from '@/i18n/language'
import { unitsInReach } from '@/workflow/tree/readUnits'
import { AdminPage, PageHead } from '../AdminPage'
import { ImportPage } from './ImportPage'
import { templateOf } from './template'

/** 导入: a sheet brought in, and what became of the earlier ones. */
export async function ImportView(view: AdminViewServerProps) {
  const { req } = view.initPageResult
  const actor = actorOf(req.user)
  const given = libraries.filter((library) => actor && mayImport(actor, library))
  if (!actor || given.length === 0) notFound()
  const language: Language = req.i18n.language === 'en' ? 'en' : 'zh'
  const texts = importPageTexts[language]
  const own = importsInto(actor)
  const units = await unitsInReach(req.payload, actor)
  const title = adminPages.import.name[language]
  const named = units.find(({ id }) => id === own)?.name ?? units[0]?.name ?? ''
  return (
    <AdminPage view={view} place={title} className="zk-page zk-import">
      <PageHead title={title}>
        <a className="zk-button" href={templateOf(named)} download={texts.templateName}>
          {texts.template}
        </a>
      </PageHead>
      <p className="zk-soft">{texts.about}</p>
      <ImportPage libraries={given} units={own === null ? units : null} />
    </AdminPage>
  )
}
