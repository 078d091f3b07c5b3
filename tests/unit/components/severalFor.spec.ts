import { describe, expect, it } from '@jest/globals'
import { listAsked } from '@/access/listFilter'
import type { Library, Role } from '@/access/rules'
import { severalFor } from '@/components/admin/list/libraryAsked'

const buttons = (role: Role, library: Library, query: object = {}) =>
  severalFor({ id: 'p', name: '', unit: 'u', roles: [role] }, library, listAsked({ ...query }))

describe('what may be done with several rows of a list', () => {
  it('an editor submits and asks for deletion', () => {
    expect(buttons('editor', 'knowledge')).toEqual(['submit', 'requestDeletion'])
  })

  it('among the deletions asked for, an editor takes requests back', () => {
    expect(buttons('editor', 'plans', { flag: 'deletion' })).toEqual(['withdrawRequest'])
  })

  it('among the deletions asked for, an approver approves or returns, and does nothing else', () => {
    expect(buttons('approver', 'knowledge', { flag: 'deletion' })).toEqual([
      ...['approveDeletion', 'refuseDeletion'],
    ])
    expect(buttons('centre', 'plans', { flag: 'deletion' })).toEqual([])
  })

  it('an approver approves what was opened, deletes, opens and closes', () => {
    expect(buttons('approver', 'notices')).toEqual(['approve', 'delete', 'open', 'close'])
    expect(buttons('approver', 'notices', { state: 'approved' })).not.toContain('approve')
  })

  it('the centre restores from the trash, and deletes cases', () => {
    expect(buttons('centre', 'knowledge', { flag: 'trash' })).toEqual(['restore'])
    expect(buttons('centre', 'knowledge')).toEqual([])
    expect(buttons('centre', 'cases')).toEqual(['delete'])
  })

  it('nothing else is done in the trash', () => {
    expect(buttons('approver', 'knowledge', { flag: 'trash' })).toEqual([])
  })
})
