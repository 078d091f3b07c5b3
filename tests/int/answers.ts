import { expect } from '@jest/globals'

/** What answers hold that tests look at; what is not there is undefined and fails the test. */
export type Body = {
  id: string
  number: string
  state: string
  revision: number
  decision: string
  code: string
  title: string
  detail: string
  status: number
  fields: string[]
  latest: number
  results: { id: string; ok: boolean; status: number; code?: string; state?: string }[]
  doc: Row
  docs: Row[]
  totalDocs: number
  counts: Record<string, number>
  errors: { message: string; data?: unknown }[]
  token: string
  user: Row
}

export type Row = Record<string, unknown> & { id: string }

/** Everything by which an answer refuses: the status and the stable code. */
export const refusal = (status: number, code: string) => ({
  status,
  body: expect.objectContaining({ status, code }) as unknown as Body,
})
