import { randomUUID } from 'node:crypto'
import { handleEndpoints, type Payload } from 'payload'

/** Somebody of a unit, signed in: the headers of their requests. */
export async function somebodyOf(payload: Payload, unit: string): Promise<Record<string, string>> {
  const [username, password] = ['bench-staff', randomUUID()]
  const { id } = await payload.create({
    collection: 'users',
    data: { name: '工作人员', username, unit, roles: ['staff'], password },
    ...{ overrideAccess: true, depth: 0 },
  })
  const data = { password, mustChangePassword: false, isActive: true }
  await payload.update({ collection: 'users', id, data, overrideAccess: true, depth: 0 })
  const response = await handleEndpoints({
    config: payload.config,
    request: new Request('http://127.0.0.1:3000/api/users/login', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ username, password }),
    }),
  })
  const { token } = (await response.json()) as { token: string }
  return { authorization: `JWT ${token}`, 'user-agent': 'zhiku-bench' }
}
