import { describe, expect, it } from '@jest/globals'
import { listFlags } from '@/access/listFilter'
import { libraries, states, type Role } from '@/access/rules'
import { emptyText } from '@/i18n/lists'

const shown = (role: Role, view: Parameters<typeof emptyText>[0]['view'], more: object = {}) =>
  emptyText(
    { library: 'knowledge', roles: [role], view, isNarrowed: false, page: 1, ...more },
    'zh',
  )

describe('an empty list', () => {
  it('tells each role what belongs there and what to do next', () => {
    expect(shown('editor', 'draft')).toContain('新增')
    expect(shown('editor', 'deletion')).toContain('提交删除')
    expect(shown('approver', 'pending')).toContain('待我办理')
    expect(shown('centre', 'all', { library: 'cases' })).toContain('从文件导入')
    expect(shown('editor', 'all', { library: 'cases' })).not.toContain('新增')
  })

  it('says so where filters are the reason, and where the page lies behind the last', () => {
    expect(shown('editor', 'draft', { isNarrowed: true })).toContain('清除筛选')
    expect(shown('editor', 'draft', { page: 3 })).toContain('前面的页')
  })

  it('has a sentence for every view of every library, in both languages', () => {
    for (const library of libraries) {
      for (const view of ['all', ...states, ...listFlags] as const) {
        for (const role of ['editor', 'approver', 'centre'] as const) {
          const asked = { library, roles: [role], view, isNarrowed: false, page: 1 }
          expect(emptyText(asked, 'zh')).toMatch(/^[^A-Za-z]+。$/)
          expect(emptyText(asked, 'en')).toMatch(/^[\x20-\x7e“”]+\.$/)
        }
      }
    }
  })
})
