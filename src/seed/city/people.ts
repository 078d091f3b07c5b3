import type { Role } from '@/access/rules'

export type DemoPerson = { username: string; name: string; unit: string; roles: Role[] }

/** The eight accounts a newcomer tries out, a pair each of another department and of a county body, the centre's leader. */
export const demoAccounts: readonly DemoPerson[] = [
  { username: 'agent', name: '周雨禾', unit: 'centre', roles: ['agent'] },
  { username: 'staff', name: '沈知微', unit: 'rs', roles: ['staff'] },
  { username: 'editor', name: '林见川', unit: 'rs', roles: ['editor'] },
  { username: 'approver', name: '许明哲', unit: 'rs', roles: ['approver'] },
  { username: 'centre', name: '方映雪', unit: 'centre', roles: ['centre'] },
  { username: 'operator', name: '陆行舟', unit: 'centre', roles: ['operator'] },
  { username: 'auditor', name: '顾清和', unit: 'centre', roles: ['auditor'] },
  { username: 'evaluator', name: '秦望川', unit: 'centre', roles: ['evaluator'] },
  { username: 'yb-editor', name: '苏念安', unit: 'yb', roles: ['editor'] },
  { username: 'yb-approver', name: '贺长宁', unit: 'yb', roles: ['approver'] },
  { username: 'qx-editor', name: '叶闻溪', unit: 'qx-gov', roles: ['editor'] },
  { username: 'qx-approver', name: '罗远山', unit: 'qx-gov', roles: ['approver'] },
  { username: 'centre-approver', name: '江晚舟', unit: 'centre', roles: ['approver'] },
]

const surnames = [
  ...'陈王李张刘杨赵黄吴徐孙马朱胡郭何高梁郑谢宋唐韩冯董程曹袁邓傅曾彭吕蒋蔡潘杜魏薛余',
]
const given = [
  '思远',
  '文澜',
  '晓棠',
  '立言',
  '静姝',
  '承泽',
  '雨桐',
  '致和',
  '云舒',
  '景行',
  '安歌',
  '望舒',
]

/** The editor and the approver of each other unit that has entries; their passwords nobody knows. */
export function editorAndApprover(unit: string, at: number): DemoPerson[] {
  const nameAt = (n: number) => `${surnames[n % surnames.length]}${given[(n * 5) % given.length]}`
  return [
    { username: `${unit}-editor`, name: nameAt(at * 2), unit, roles: ['editor'] },
    { username: `${unit}-approver`, name: nameAt(at * 2 + 1), unit, roles: ['approver'] },
  ]
}
