import { describe, expect, it } from '@jest/globals'
import { detailsInWords, idsIn } from '@/workflow/audit/detailsInWords'
import { auditConditions, auditWanted } from '@/workflow/audit/readLines'

const names = new Map([
  ['n1', '甲县'],
  ['n2', '乙县'],
  ['p1', '张三'],
])
const told = (action: string, details: unknown) =>
  detailsInWords({ line: { action, details }, names, language: 'zh' }).map(
    ({ name, value }) => `${name}：${value}`,
  )

describe('the details of a line of the log', () => {
  it.each([
    [
      'knowledge.approve',
      { from: 'pending', to: 'approved', vouches: { a: 'x', b: 'y' }, closed: 'z' },
      ['原状态：审批中', '新状态：已审批', '凭证：2 条记录', '停止使用的发布记录：1 条记录'],
    ],
    ['cases.publish', { from: 'draft', to: 'approved' }, ['原状态：待发布', '新状态：已发布']],
    [
      'node.move',
      { from: { name: '住建局', parent: 'n1' }, to: 'n2' },
      ['原名称：住建局', '原上级：甲县', '现上级：乙县'],
    ],
    ['plans.handover', { from: null, to: 'p1' }, ['原经办人：无', '新经办人：张三']],
    ['users.update', { changed: ['roles', 'password'] }, ['改动的项目：角色、密码']],
    ['users.loginFailed', { why: 'password' }, ['原因：密码不对']],
    ['systems.delete', { vouches: { 'systems:1': null } }, ['凭证：1 条记录，其中 1 条已删除']],
    [
      'delegation.name',
      { delegate: 'p1', delegateName: '张三', from: '2026-11-01', until: '2026-11-09' },
      ['开始日期：2026-11-01', '受委托人：张三', '截止日期：2026-11-09'],
    ],
    [
      'settings.update',
      { from: { knowledge: true, plans: false }, to: null },
      ['修改前“先退回再修改”：知识库', '修改后“先退回再修改”：无'],
    ],
    ['audit.export', { action: 'tree.*' }, ['筛选的事项：知识树']],
    ['users.login', null, []],
  ])('%s are told in words', (action, details, words) => {
    expect(told(action, details)).toEqual(words)
  })

  it('name people and nodes by their ids', () => {
    const moved = { from: { name: '住建局', parent: 'n1' }, to: 'n2' }
    expect(idsIn({ action: 'node.move', details: moved })).toEqual(['n2', 'n1'])
    expect(
      idsIn({ action: 'knowledge.submit', details: { from: 'draft', to: 'pending' } }),
    ).toEqual([])
  })
})

describe('what is wanted of the log', () => {
  it('is a matter or an action, and days of the city; what is not understood is left out', () => {
    const wanted = auditWanted({ action: 'tree.*', from: '2026-11-01', until: 'x', person: ['a'] })
    expect(wanted).toEqual({
      ...{ action: 'tree.*', person: '', search: '' },
      ...{ from: '2026-11-01', until: '' },
    })
    expect(auditConditions(wanted)).toEqual([
      { action: { in: expect.arrayContaining(['node.create', 'node.delete']) as unknown } },
      { at: { greater_than_equal: '2026-10-31T16:00:00.000Z' } },
    ])
    expect(auditWanted({ action: 'toString' }).action).toBe('')
  })
})
