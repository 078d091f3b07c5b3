import { describe, expect, it } from '@jest/globals'
import type { Role } from '@/access/rules'
import { pageAt, pagesOf } from '@/components/admin/pagesOf'

const menuOf = (...roles: Role[]) =>
  pagesOf({ id: 'p', name: '', unit: 'u', roles }, 'zh').map(({ name }) => name)

/** The page of these roles that an address belongs to. */
const at = (address: string, ...roles: Role[]) => {
  const { pathname, searchParams } = new URL(address, 'http://zhiku.test')
  const pages = pagesOf({ id: 'p', name: '', unit: 'u', roles }, 'zh')
  return pageAt(pages, `/admin${pathname}`, searchParams)?.name ?? null
}

describe('the page an address belongs to', () => {
  it('is named by the menu’s own word, by what the list is narrowed to', () => {
    expect(at('/collections/knowledge', 'editor')).toBe('知识库管理')
    expect(at('/collections/knowledge?state=draft', 'editor')).toBe('知识库管理')
    expect(at('/collections/knowledge', 'centre')).toBe('知识库修改')
    expect(at('/collections/knowledge?state=pending&sort=number', 'approver')).toBe('知识库审批')
    expect(at('/collections/knowledge?flag=deletion', 'approver')).toBe('删除知识库审批')
    expect(at('/collections/plans?flag=deletion', 'approver')).toBe('删除预案库审批')
    expect(at('/collections/plans?state=approved', 'approver')).toBe('预案库审批')
    expect(at('/units/123', 'centre')).toBe('单位情况')
  })

  it('of notices is that of their kind, be they narrowed to what waits', () => {
    expect(at('/collections/notices?kind=news', 'editor')).toBe('新闻公告')
    expect(at('/collections/notices?kind=news&state=pending', 'approver')).toBe('新闻公告')
    expect(at('/collections/notices?state=pending', 'approver')).toBe('信息公开审批')
    expect(at('/collections/notices', 'editor')).toBeNull()
  })

  it('is none where the roles have no such page', () => {
    expect(at('/collections/audit', 'operator')).toBeNull()
    expect(at('/collections/knowledgeable', 'editor')).toBeNull()
  })
})

const notices = ['通知公告', '来信统计', '工作简报', '新闻公告']

describe('the side menu, in the procedure’s words and order', () => {
  it('an editor writes plans, knowledge and notices', () => {
    expect(menuOf('editor')).toEqual([
      ...['待我办理', '任务办理'],
      ...['预案库管理', '查看预案库', '知识库管理', '知识库查看', '知识库浏览记录'],
      ...['热点信息提炼', '导入', '知识树'],
      ...notices,
      ...['典型案件', '知识库统计', '监测与通报', '异常热度', '单位情况', '移交经办'],
    ])
  })

  it('an approver approves them and decides on deletions', () => {
    expect(menuOf('approver')).toEqual([
      ...['待我办理', '任务办理'],
      ...['预案库审批', '查看预案库', '删除预案库审批'],
      ...['知识库审批', '知识库查看', '知识库浏览记录', '热点信息提炼', '删除知识库审批', '知识树'],
      ...['信息公开审批', ...notices],
      ...['典型案件', '知识库统计', '监测与通报', '异常热度', '单位情况', '移交经办'],
    ])
  })

  it('the centre corrects plans and knowledge, publishes cases and keeps the settings', () => {
    expect(menuOf('centre')).toEqual([
      ...['待我办理', '任务办理', '查看预案库', '预案库修改'],
      ...['知识库查看', '知识库浏览记录', '热点信息提炼', '检索记录'],
      ...['知识库修改', '导入', '知识树', '主题', '依据文件'],
      ...notices,
      ...['典型案件', '知识库统计', '监测与通报', '异常热度', '抽查', '单位情况', '移交经办'],
      ...['同义词与专用词', '检索干预', '热点干预', '评判问题'],
      ...['规范用语', '节假日安排', '网站设置', '工作流程设置'],
    ])
  })

  it('the operator keeps accounts and keys, the auditor reads the log', () => {
    expect(menuOf('operator')).toEqual([
      '知识库查看',
      ...['单位情况', '账号管理', '移交经办', '接口密钥', '通知邮件'],
    ])
    // Plans are never on the website, and neither reads anything else.
    expect(menuOf('auditor')).toEqual(['知识库查看', '审计日志'])
  })

  it('an evaluator reads figures and reports, and what citizens read', () => {
    expect(menuOf('evaluator')).toEqual(['知识库查看', '知识库统计', '监测与通报'])
  })

  it('an agent has no page here', () => {
    expect(menuOf('agent')).toEqual([])
  })

  it('whoever decides at the hotline centre decides on its site, and no other approver', () => {
    const leader = { id: 'p', name: '', unit: 'u', roles: ['approver'] as const }
    const named = (centre: string) => pagesOf(leader, 'zh', centre).map(({ name }) => name)
    expect(named('u')).toContain('网站设置')
    expect(named('c')).not.toContain('网站设置')
  })
})
