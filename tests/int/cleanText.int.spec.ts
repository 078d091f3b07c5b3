import { beforeAll, describe, expect, it } from '@jest/globals'
import { identityNumber } from '../unit/workflow/findings/numbers'
import { anyone, as, type Person } from '../server/people'
import type { Body, Row } from './answers'
import { foundCity, hire, unique } from './city'
import { approve, copyOf, history, review, step, submit, text, write } from './entries'

let city: Awaited<ReturnType<typeof foundCity>>
let centre: Person
beforeAll(async () => {
  ;[city, centre] = await Promise.all([foundCity(), as('centre')])
})

const unseen = '\u0000\u202e\u2066\u200b\u0007\ufeff\ud83d'
const looksFor =
  /[\u0000-\u0008\u000e-\u001f\u007f-\u009f\u200b\u202a-\u202e\u2066-\u2069\ufeff\ufffd]/

describe('what nobody sees', () => {
  it('36.1 is taken out of a text, and readers get what the approver saw, whole', async () => {
    const tag = unique()
    const entry = await write(city.editor, city.bureau, {
      title: `能不能${unseen}办理${tag}?`,
      summary: `先申请${unseen}，后领取。`,
      body: text(`办理免费${unseen}的说法不属实。`, '第二段。'),
      similarQuestions: [`怎么${unseen}办\n理${tag}?`],
      keywords: [`关${unseen}键`],
      basis: `云发${unseen}〔2024〕1号`,
      ...{ openToUnits: true, openToPublic: true },
    })
    await submit(city.editor, entry)
    const seen = (await review(city.approver, entry)).body as unknown as Row
    await approve(city.approver, entry)
    const copy = (await copyOf(city.editor, entry)).body
    const live = (await anyone().get<Row>(`/api/public/entries/${entry.number}`)).body
    expect(JSON.stringify([seen, copy, live])).not.toMatch(looksFor)
    expect(live).toMatchObject({
      title: `能不能办理${tag}?`,
      summary: '先申请，后领取。',
      basis: '云发〔2024〕1号',
      similarQuestions: [`怎么办 理${tag}?`],
    })
    expect(live.html).toBe(seen.html)
    expect(live.html).toContain('办理免费的说法不属实。')
    expect(live.html).toContain('第二段。')
    expect((await history(city.editor, entry))[0]).toMatchObject({ hash: seen.hash })
  })

  const doors: [string, () => Promise<unknown>][] = [
    [
      'the reason of a step',
      async () => {
        const entry = await submit(city.editor, await write(city.editor, city.bureau))
        await step(city.approver, entry, 'return', { reason: `请${unseen}补充` })
        return (await history(city.editor, entry))[0]?.reason
      },
    ],
    [
      'a node',
      async () => {
        const sent = { kind: 'region', name: `清${unseen}县${unique()}` }
        return (await centre.post<Body>('/api/nodes', sent)).body.doc.name
      },
    ],
    [
      'a person',
      async () => {
        const { id } = await hire(city.bureau, 'staff')
        const operator = await as('operator')
        const sent = { name: `张${unseen}三` }
        return (await operator.patch<Body>(`/api/users/${id}`, sent)).body.doc.name
      },
    ],
    [
      'a key',
      async () => {
        const operator = await as('operator')
        const sent = {
          ...{ name: `系${unseen}统${unique()}`, purpose: `查${unseen}询`, responsible: '某人' },
          ...{ audience: 'agent', unit: city.bureau.id },
        }
        const { doc } = (await operator.post<Body>('/api/systems', sent)).body
        return `${doc.name}${doc.purpose}`
      },
    ],
    [
      'words of search',
      async () => {
        const sent = { kind: 'synonyms', words: [`词${unseen}${unique()}`, `语${unique()}`] }
        return (await centre.post<Body>('/api/terms', sent)).body.doc.title
      },
    ],
    [
      'a case',
      async () => {
        const order = { content: `反${unseen}映`, result: `答${unseen}复` }
        const entry = await write(centre, city.bureau, order, 'cases')
        const { content, result } = (await copyOf(centre, entry)).body
        return `${String(content)}${String(result)}`
      },
    ],
  ]

  it.each(doors)('36.2 is taken out of everything else that is stored: %s', async (_, stored) => {
    const kept = String(await stored())
    expect(kept).not.toMatch(looksFor)
    expect(kept.length).toBeGreaterThan(1)
  })

  it('36.3 is taken out of what a file of cases brings, and no row is lost', async () => {
    const tag = unique()
    const rows = [1, 2].map((n) =>
      JSON.stringify({
        ...{ title: `案件${unseen}${tag}${n}`, content: `反映${unseen}一`, result: '已办结' },
        ...{ openToPublic: false, unit: city.bureau.name },
      }),
    )
    const answer = await centre.fetch('/api/cases/import', {
      method: 'POST',
      body: rows.join('\n'),
    })
    expect(await answer.json()).toMatchObject({ created: 2 })
    const titled = encodeURIComponent(`案件${tag}1`)
    const { body } = await centre.get<Body>(`/api/cases?where[title][equals]=${titled}&depth=0`)
    expect(body.docs).toMatchObject([{ content: '反映一' }])
  })

  it('36.4 does not hide a number of a person', async () => {
    const identity = identityNumber('13050219800101123')
    const hidden = `${identity.slice(0, 6)}\u0000${identity.slice(6, 10)}\u2060${identity.slice(10)}`
    const summary = `请找张某（${hidden}）`
    const entry = await write(city.editor, city.bureau, { summary })
    expect(await step(city.editor, entry, 'submit')).toMatchObject({
      ...{ status: 400, body: { code: 'findingsUnconfirmed', fields: ['identityCard'] } },
    })
  })
})
