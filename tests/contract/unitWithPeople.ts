import type { Opened } from './openDatabase'

/** The unit `a` with these people, by their ids, and the hotline centre. */
export async function unitWithPeople(city: Opened, people: Readonly<Record<string, string>> = {}) {
  const { db } = city.payload
  const node = { name: '市民政局', kind: 'department', unit: 'a', level: 1 }
  await db.create({ collection: 'nodes', data: { id: 'a', ...node } })
  const centre = { ...node, id: 'c', unit: 'c', name: '热线中心', isCentre: true }
  await db.create({ collection: 'nodes', data: centre })
  for (const [id, role] of Object.entries(people)) {
    const user = { name: id, username: id, unit: 'a', roles: [role], isActive: true }
    await db.create({ collection: 'users', data: { id, ...user } })
  }
}
