/** What is on record, in words. */
export const auditActions: Record<string, { zh: string; en: string }> = {
  review: { zh: '打开审阅', en: 'Opened for review' },
  'node.create': { zh: '新增节点', en: 'Node added' },
  'node.rename': { zh: '节点更名', en: 'Node renamed' },
  'node.move': { zh: '节点移动', en: 'Node moved' },
  'node.order': { zh: '调整顺序', en: 'Order changed' },
  'node.merge': { zh: '节点并入', en: 'Node merged' },
  'node.delete': { zh: '删除节点', en: 'Node deleted' },
  'users.create': { zh: '新增账号', en: 'Account created' },
  'users.update': { zh: '修改账号', en: 'Account changed' },
  'users.password': { zh: '修改密码', en: 'Password changed' },
  'systems.create': { zh: '新增接口密钥', en: 'Key created' },
  'systems.update': { zh: '修改接口密钥', en: 'Key changed' },
  'systems.delete': { zh: '删除接口密钥', en: 'Key deleted' },
  'key.search': { zh: '接口查询', en: 'Search by a key' },
  'key.entry': { zh: '接口读取', en: 'Entry read by a key' },
}
