export const roles = ['agent', 'staff', 'editor', 'approver', 'centre', 'operator', 'auditor'] as const
export type Role = (typeof roles)[number]
