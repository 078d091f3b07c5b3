import { notFound } from 'next/navigation'
import type { AdminViewServerProps } from 'payload'
import { actorOf } from '@/access/actor'
import { isGranted } from '@/access/granted'
import { treeTexts } from '@/i18n/treeTexts'
import { shownTree } from '@/workflow/tree/shownTree'
import { AdminPage } from './AdminPage'
import { Tree } from './tree/Tree'

/** 知识树: everyone reads it, the centre changes it. */
export async function NodeTree({ view }: { view: AdminViewServerProps }) {
  const { req } = view.initPageResult
  const { payload, user } = req
  if (!isGranted(user, 'nodes', 'read')) notFound()
  const language = req.i18n.language === 'en' ? 'en' : 'zh'
  const texts = treeTexts[language]
  const canEdit = isGranted(user, 'nodes', 'update')
  const nodes = await shownTree({ payload, actor: actorOf(user), isHeldTold: canEdit })
  return (
    <AdminPage view={view} title={texts.title} className="zk-page zk-treepage">
      <Tree nodes={nodes} canEdit={canEdit} />
    </AdminPage>
  )
}
