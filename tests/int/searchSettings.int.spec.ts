import { beforeAll, describe, expect, it } from '@jest/globals'
import { as, type Person } from '../server/people'
import { refusal, type Body } from './answers'
import { foundCity, hotline, unique } from './city'

let city: Awaited<ReturnType<typeof foundCity>>
let centre: Person

beforeAll(async () => {
  city = await foundCity()
  centre = await as('centre')
})

describe('settings of systems and of the desk', () => {
  it('33.12 a system makes so many requests a minute, a whole number from 1; 600 where nothing is said', async () => {
    const operator = await as('operator')
    const { id: unit } = await hotline()
    const key = {
      name: `系统${unique()}`,
      audience: 'public',
      unit,
      responsible: '王五',
      purpose: '弹屏',
    }
    const { body } = await operator.post<Body>('/api/systems', key)
    expect(body.doc.rate).toBe(600)
    for (const rate of [0, 1.5, -1, 60_001]) {
      expect(await operator.patch(`/api/systems/${body.doc.id}`, { rate })).toMatchObject(
        refusal(400, 'invalid'),
      )
    }
    const set = await operator.patch<Body>(`/api/systems/${body.doc.id}`, { rate: 1 })
    expect(set.body.doc.rate).toBe(1)
    await operator.delete(`/api/systems/${body.doc.id}`)
  })

  it('33.13 only whole origins may embed the desk, and only the centre lists them', async () => {
    const list = (...origins: string[]) =>
      centre.post<{ result: { embedOrigins: { origin: string }[] } }>('/api/globals/settings', {
        embedOrigins: origins.map((origin) => ({ origin })),
      })
    const wrong = [
      ...['http://cti.example.cn', 'https://cti.example.cn/desk', 'https://*.example.cn', '*'],
      ...[
        'cti.example.cn',
        'https://a@b.cn',
        'javascript:alert(1)',
        "https://a.cn; script-src 'x'",
      ],
    ]
    for (const origin of wrong) expect(await list(origin)).toMatchObject({ status: 400 })
    expect(await list('https://a.cn', 'https://A.cn/')).toMatchObject({ status: 400 })
    const { body } = await list('https://CTI.example.cn:8443/', 'http://10.1.2.3:8080')
    expect(body.result.embedOrigins.map(({ origin }) => origin)).toEqual([
      ...['https://cti.example.cn:8443', 'http://10.1.2.3:8080'],
    ])
    expect(await list()).toMatchObject({ status: 200 })
    const sent = { embedOrigins: [{ origin: 'https://a.cn' }] }
    expect((await city.editor.post('/api/globals/settings', sent)).status).toBe(403)
  })
})
