import { beforeAll, describe, expect, it } from '@jest/globals'
import { anyone, as, type Person } from '../server/people'
import { refusal } from './answers'
import { foundCity, hire } from './city'
import { complete, publish, write } from './entries'

let city: Awaited<ReturnType<typeof foundCity>>
beforeAll(async () => {
  city = await foundCity()
})

const preview = async (person: Person, sent: object, library = 'knowledge') =>
  person.post<{ token: string }>(`/api/${library}/preview`, sent)

/** What a person is shown at an address, with the session as a browser has it. */
async function seenAt(person: Person, path: string): Promise<{ status: number; text: string }> {
  const Cookie = person.token ? `payload-token=${person.token}` : ''
  const answer = await person.fetch(path, { headers: { Cookie, Authorization: '' } })
  return { status: answer.status, text: await answer.text() }
}

describe('the preview of a text that is being written', () => {
  it('28.1 shows the page of citizens and that of agents, and stores and publishes nothing', async () => {
    const sent = complete(city.bureau, { title: '预览里怎么看?', summary: '先看再存。' })
    const { status, body } = await preview(city.editor, sent)
    expect(status).toBe(200)
    for (const path of [`/preview/${body.token}`, `/desk/preview/${body.token}`]) {
      const seen = await seenAt(city.editor, path)
      expect(seen.status).toBe(200)
      expect(seen.text).toContain('预览里怎么看?')
      expect(seen.text).toContain('先看再存。')
      expect(seen.text).toContain(city.bureau.name)
    }
    const found = await city.editor.get<{ totalDocs: number }>(
      `/api/knowledge/count?where[title][equals]=${encodeURIComponent('预览里怎么看?')}`,
    )
    expect(found.body.totalDocs).toBe(0)
  })

  it('28.2 shows an unfinished text too, filed under the writer’s unit', async () => {
    const { status, body } = await preview(city.editor, { title: '只有标题?' })
    expect(status).toBe(200)
    expect((await seenAt(city.editor, `/preview/${body.token}`)).text).toContain('只有标题?')
  })

  it('28.3 is shown to whoever asked for it and to nobody else', async () => {
    const { body } = await preview(city.editor, complete(city.bureau, { title: '只给我看的?' }))
    const others = [city.approver, city.stranger, await as('centre'), await as('agent'), anyone()]
    for (const other of others) {
      for (const path of [`/preview/${body.token}`, `/desk/preview/${body.token}`]) {
        expect((await seenAt(other, path)).text).not.toContain('只给我看的?')
      }
    }
    const { text } = await seenAt(city.editor, `/preview/${body.token}`)
    expect(text).toContain('只给我看的?')
  })

  it('28.4 is for who writes: others are refused', async () => {
    expect(await preview(anyone(), {})).toMatchObject(refusal(401, 'notSignedIn'))
    const staff = await hire(city.bureau, 'staff')
    for (const person of [staff, city.approver, await as('agent'), await as('operator')]) {
      expect(await preview(person, {})).toMatchObject(refusal(403, 'notAllowed'))
    }
  })

  it('28.5 tells nothing of other units’ texts and files that the writer may not read', async () => {
    const hidden = await publish(
      { ...city, editor: city.stranger, approver: await hire(city.elsewhere, 'approver') },
      city.elsewhere,
      { title: '别的单位内部怎么办?' },
    )
    const draft = await write(city.stranger, city.elsewhere, { title: '别的单位草稿怎么写?' })
    const form = new FormData()
    const pdf = '%PDF-1.4\n1 0 obj<<>>endobj\nxref\n0 1\ntrailer<<>>\nstartxref\n9\n%%EOF'
    form.append('file', new Blob([pdf], { type: 'application/pdf' }), '别的单位.pdf')
    const upload = await city.stranger.fetch('/api/media', { method: 'POST', body: form })
    expect(upload.status).toBe(201)
    const { doc: file } = (await upload.json()) as { doc: { id: string } }
    const known = await publish(city, city.bureau, {
      ...{ title: '本单位已公开的怎么办?', openToUnits: true, openToPublic: true },
    })
    const related = [hidden.id, draft.id, known.id]
    const sent = complete(city.bureau, { related, attachments: [file.id] })
    const { body } = await preview(city.editor, sent)
    for (const path of [`/preview/${body.token}`, `/desk/preview/${body.token}`]) {
      const { text } = await seenAt(city.editor, path)
      expect(text).toContain('本单位已公开的怎么办?')
      expect(text).not.toContain('别的单位')
    }
  })

  it('28.6 shows a file that was just added, and its address answers to the writer', async () => {
    const form = new FormData()
    const pdf = '%PDF-1.4\n2 0 obj<<>>endobj\nxref\n0 1\ntrailer<<>>\nstartxref\n9\n%%EOF'
    form.append('file', new Blob([pdf], { type: 'application/pdf' }), '新加的指南.pdf')
    const upload = await city.editor.fetch('/api/media', { method: 'POST', body: form })
    const { doc: file } = (await upload.json()) as { doc: { id: string } }
    const { body } = await preview(city.editor, complete(city.bureau, { attachments: [file.id] }))
    const { text } = await seenAt(city.editor, `/preview/${body.token}`)
    expect(text).toContain('新加的指南.pdf')
    const [address = ''] = /\/api\/media\/file\/[^"]+/.exec(text) ?? []
    expect((await seenAt(city.editor, address)).status).toBe(200)
    expect((await seenAt(anyone(), address)).status).not.toBe(200)
  })

  it('28.7 shows what is written in 联络方式 as the unit’s contact, as it will be', async () => {
    const sent = complete(city.bureau, {
      ...{ title: '联络方式是什么?', topic: 'contact', contact: { phone: '0640-8765432' } },
    })
    const { body } = await preview(city.editor, sent)
    expect((await seenAt(city.editor, `/preview/${body.token}`)).text).toContain('0640-8765432')
  })
})
