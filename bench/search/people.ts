/** Who may sign in to the benchmark's city, all with one password. */
export const people = { agent: 'bench-agent', editor: 'bench-editor', approver: 'bench-approver' }

export const password = 'zhiku-bench-2026'
