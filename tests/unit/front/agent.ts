export type Account = Record<string, unknown>

export const agent: Account = {
  id: 'agent-id',
  collection: 'users',
  username: 'agent',
  name: '林小满',
  roles: ['agent'],
  unit: 'centre',
  isActive: true,
}
