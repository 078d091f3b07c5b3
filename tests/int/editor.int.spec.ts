import { beforeAll, describe, expect, it } from '@jest/globals'
import { refusal, type Body } from './answers'
import { foundCity, hire, type Worker } from './city'
import {
  complete,
  copyOf,
  history,
  save,
  saved,
  standing,
  step,
  submit,
  text,
  write,
} from './entries'

let city: Awaited<ReturnType<typeof foundCity>>
let editor: Worker
beforeAll(async () => {
  city = await foundCity()
  editor = city.editor
})

describe('writing', () => {
  it('4.1 an editor writes an entry of their own unit: a draft with a number, which nobody else sees', async () => {
    const entry = await write(editor, city.bureau)
    expect(entry).toMatchObject({ number: expect.stringMatching(/^ZS\d{6}$/), revision: 1 })
    expect(await standing(editor, entry)).toMatchObject({ state: 'draft', liveRevision: null })
  })

  it('4.2 an editor cannot file an entry under another unit, nor under no category', async () => {
    const elsewhere = complete(city.elsewhere)
    expect(await editor.post('/api/knowledge', elsewhere)).toMatchObject(refusal(400, 'invalid'))
    const unit = { ...complete(city.bureau), category: city.bureau.id }
    expect(await editor.post('/api/knowledge', unit)).toMatchObject(refusal(400, 'invalid'))
    const nowhere = { ...complete(city.bureau), category: undefined }
    expect(await editor.post('/api/knowledge', nowhere)).toMatchObject({ status: 400 })
  })

  it('4.3 an editor saves a draft; each save that changes what readers would read is a new revision', async () => {
    const entry = await write(editor, city.bureau)
    const second = await saved(editor, entry, { summary: '到窗口办理。' })
    expect(second.revision).toBe(2)
    const same = await saved(editor, second, { summary: '到窗口办理。' })
    expect(same.revision).toBe(2)
    const reviewed = await saved(editor, same, { reviewBy: '2027-01-01' })
    expect(reviewed.revision).toBe(2)
  })

  it('4.4 a save that does not say which revision it started from is refused', async () => {
    const entry = await write(editor, city.bureau)
    const answer = await editor.patch(`/api/knowledge/${entry.id}`, { title: '改了?' })
    expect(answer).toMatchObject(refusal(400, 'invalid'))
    expect(answer.body).toMatchObject({ fields: ['startedFrom'] })
  })

  it('4.5 two editors at once: the second save is refused, told the latest revision, and nothing is lost', async () => {
    const colleague = await hire(city.bureau, 'editor')
    const entry = await write(editor, city.bureau)
    await saved(editor, entry, { summary: '第一位的文字' })
    const late = await save(colleague, entry, { summary: '第二位的文字' })
    expect(late).toMatchObject(refusal(409, 'changedMeanwhile'))
    expect(late.body.latest).toBe(2)
    expect((await copyOf(editor, entry)).body.summary).toBe('第一位的文字')
    // Even where the late text is wrong by itself: what changed meanwhile is told first.
    const wrong = { openToUnits: false, openToPublic: true }
    expect(await save(colleague, entry, wrong)).toMatchObject(refusal(409, 'changedMeanwhile'))
    const merged = await saved(colleague, { ...entry, revision: 2 }, { summary: '合并后的文字' })
    expect(merged.revision).toBe(3)
  })

  it('4.6 an editor saves what was opened to the public as open to units too, and not its contrary', async () => {
    const entry = await write(editor, city.bureau, { openToUnits: null, openToPublic: true })
    expect((await copyOf(editor, entry)).body).toMatchObject({ openToUnits: true })
    expect(await save(editor, entry, { openToUnits: false })).toMatchObject(refusal(400, 'invalid'))
    expect((await copyOf(editor, entry)).body).toMatchObject({ openToUnits: true })
  })

  it('4.7 a summary to be read aloud has at most 200 characters', async () => {
    const long = complete(city.bureau, { summary: '好'.repeat(201) })
    expect(await editor.post('/api/knowledge', long)).toMatchObject(refusal(400, 'invalid'))
  })
})

describe('submitting', () => {
  it('4.8 an editor submits what is complete, and it is on record', async () => {
    const entry = await write(editor, city.bureau)
    const { status, body } = await step(editor, entry, 'submit')
    expect(status).toBe(200)
    expect(body).toEqual({
      id: entry.id,
      number: entry.number,
      state: 'pending',
      revision: 1,
      decision: expect.any(String),
    })
    expect(await history(editor, entry)).toMatchObject([
      {
        id: body.decision,
        step: 'submit',
        from: 'draft',
        to: 'pending',
        revision: 1,
        by: editor.id,
      },
    ])
  })

  it('4.9 an editor is told which fields are missing; a switch must have been chosen', async () => {
    const entry = await write(editor, city.bureau, { summary: '', openToPublic: null, body: null })
    const answer = await step(editor, entry, 'submit')
    expect(answer).toMatchObject(refusal(400, 'incomplete'))
    expect(answer.body.fields).toEqual(['summary', 'openToPublic', 'body'])
  })

  it('4.10 several entries are submitted at once, each on its own', async () => {
    const [good, empty] = [
      await write(editor, city.bureau),
      await write(editor, city.bureau, { summary: '' }),
    ]
    const items = [good, empty].map(({ id, revision }) => ({ id, revision }))
    const { status, body } = await editor.post<Body>('/api/knowledge/submit', { items })
    expect(status).toBe(200)
    expect(body.results).toMatchObject([
      { id: good.id, ok: true, status: 200, state: 'pending' },
      { id: empty.id, ok: false, status: 400, code: 'incomplete' },
    ])
  })

  it.each([
    ['no list', {}],
    ['an empty list', { items: [] }],
    ['no ids', { items: [{ revision: 1 }] }],
    ['too many', { items: Array.from({ length: 201 }, () => ({ id: 'a', revision: 1 })) }],
  ])('4.11 a list to submit that is none is refused: %s', async (_what, body) => {
    const answer = await editor.post('/api/knowledge/submit', body)
    expect(answer).toMatchObject(refusal(400, 'invalid'))
  })

  it.each([undefined, null, '1', 1.5, {}])(
    '4.12 a step that does not say which revision was seen is refused: %j',
    async (revision) => {
      const entry = await write(editor, city.bureau)
      const answer = await step(editor, entry, 'submit', { revision })
      expect(answer).toMatchObject(refusal(400, 'invalid'))
      expect(answer.body.fields).toEqual(['revision'])
    },
  )

  it('4.13 a step on a revision that is not the latest is refused, and told the latest', async () => {
    const entry = await write(editor, city.bureau)
    await saved(editor, entry, { summary: '新的概要' })
    const answer = await step(editor, entry, 'submit')
    expect(answer).toMatchObject(refusal(409, 'changedMeanwhile'))
    expect(answer.body.latest).toBe(2)
  })
})

describe('while it waits', () => {
  it('4.14 what waits for approval is not saved but recalled first', async () => {
    const entry = await submit(editor, await write(editor, city.bureau))
    const answer = await save(editor, entry, { summary: '偷偷改' })
    expect(answer).toMatchObject(refusal(409, 'wrongState'))
    expect(answer.body.detail).toContain('撤回')
    expect((await step(editor, entry, 'recall')).body.state).toBe('draft')
    expect((await saved(editor, entry, { summary: '改好了' })).revision).toBe(2)
  })

  it('4.15 a recall leaves its record beside the submission', async () => {
    const entry = await submit(editor, await write(editor, city.bureau))
    await step(editor, entry, 'recall')
    const steps = (await history(editor, entry)).map((row) => row.step)
    expect(steps).toEqual(['recall', 'submit'])
  })

  it('4.16 what was submitted is not submitted again', async () => {
    const entry = await submit(editor, await write(editor, city.bureau))
    expect(await step(editor, entry, 'submit')).toMatchObject(refusal(409, 'wrongState'))
  })
})

describe('what an editor may not do', () => {
  it('4.17 an editor approves and returns nothing', async () => {
    const entry = await submit(editor, await write(editor, city.bureau))
    const approving = await step(editor, entry, 'approve', { confirmed: true })
    expect(approving).toMatchObject(refusal(403, 'notAllowed'))
    const returning = await step(editor, entry, 'return', { reason: '不行' })
    expect(returning).toMatchObject(refusal(403, 'notAllowed'))
  })

  it('4.18 an editor of another unit is told that there is no such entry', async () => {
    const entry = await write(editor, city.bureau)
    const { stranger } = city
    expect(await copyOf(stranger, entry)).toMatchObject({ status: 404 })
    expect(await save(stranger, entry, { title: '偷' })).toMatchObject(refusal(404, 'notFound'))
    expect(await step(stranger, entry, 'submit')).toMatchObject(refusal(404, 'notFound'))
    const opened = await stranger.get(`/api/knowledge/${entry.id}/review`)
    expect(opened).toMatchObject(refusal(404, 'notFound'))
    const past = await stranger.get(`/api/knowledge/${entry.id}/history`)
    expect(past).toMatchObject(refusal(404, 'notFound'))
  })

  it('4.19 the editor of the unit above reads the copy, but neither saves nor submits it', async () => {
    const above = await hire(city.county, 'editor')
    const entry = await write(editor, city.bureau, { body: text('给上级看的') })
    expect((await copyOf(above, entry)).status).toBe(200)
    expect(await save(above, entry, { title: '改?' })).toMatchObject(refusal(403, 'notAllowed'))
    expect(await step(above, entry, 'submit')).toMatchObject(refusal(403, 'notAllowed'))
  })
})
