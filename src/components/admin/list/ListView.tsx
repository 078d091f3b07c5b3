import { notFound } from 'next/navigation'
import type { AdminViewServerProps } from 'payload'
import { actorOf } from '@/access/actor'
import { isGranted } from '@/access/granted'
import { libraries } from '@/access/rules'
import { treeTexts } from '@/i18n/treeTexts'
import { shownTree } from '@/workflow/tree/shownTree'
import { AdminPage } from '../AdminPage'
import { AuditList } from '../audit/AuditList'
import { PeopleList } from '../people/PeopleList'
import { RecordList } from '../records/RecordList'
import { recordLists } from '../records/recordLists'
import { Tree } from '../tree/Tree'
import { LibraryList } from './LibraryList'

/** Every list of the admin at `/admin/collections/…`, in place of Payload's table (`shownAs`). */
export function ListView(view: AdminViewServerProps) {
  const [, slug] = (view.params?.segments ?? []) as string[]
  const library = libraries.find((name) => name === slug)
  if (library) return <LibraryList view={view} library={library} />
  if (slug === 'users') return <PeopleList view={view} />
  if (slug === 'audit') return <AuditList view={view} />
  if (slug === 'nodes') return <NodeTree view={view} />
  const list = recordLists.find((one) => one.slug === slug)
  if (list) return <RecordList view={view} list={list} />
  notFound()
}

/** 知识树: everyone reads it, the centre changes it. */
async function NodeTree({ view }: { view: AdminViewServerProps }) {
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
