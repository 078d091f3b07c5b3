import { notFound } from 'next/navigation'
import type { AdminViewServerProps } from 'payload'
import { libraries } from '@/access/rules'
import { AuditList } from '../audit/AuditList'
import { NodeTree } from '../NodeTree'
import { PeopleList } from '../people/PeopleList'
import { RecordList } from '../records/RecordList'
import { recordLists } from '../records/recordLists'
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
