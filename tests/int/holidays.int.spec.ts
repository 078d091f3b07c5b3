import { beforeAll, describe, expect, it } from '@jest/globals'
import { as, type Person } from '../server/people'
import { runScript, servedData } from '../server/run'
import { refusal, type Body } from './answers'

let centre: Person

beforeAll(async () => {
  centre = await as('centre')
})

/** A year that no city has a notice of, in the words of one. */
const notice = `一、元旦：1月1日（周三）放假1天，不调休。
二、春节：2月2日（农历除夕、周日）至9日（周日）放假调休，共8天。2月1日（周六）、2月15日（周六）上班。
三、清明节：4月4日（周五）至6日（周日）放假，共3天。
四、劳动节：5月1日（周四）至5日（周一）放假调休，共5天。4月27日（周日）上班。
五、端午节：6月20日（周五）至22日（周日）放假，共3天。
六、中秋节：9月26日（周五）至28日（周日）放假，共3天。
七、国庆节：10月1日（周三）至7日（周二）放假调休，共7天。10月11日（周六）上班。`

type Doc = Body & { doc: { id: string; told: string; title: string } }

describe('节假日安排', () => {
  it('31.1 the centre enters the notice as it was published, and reads what was understood', async () => {
    const sent = { year: 2098, document: '国办发明电〔2097〕7号', notice }
    const { status, body } = await centre.post<Doc>('/api/holidays', sent)
    expect(status).toBe(201)
    expect(body.doc.title).toBe('2098 年节假日安排')
    expect(body.doc.told).toContain('放假 30 天：1月1日、2月2日至2月9日、')
    expect(body.doc.told).toContain('周末上班 4 天：2月1日、2月15日、4月27日、10月11日')
    const { output } = await runScript('run', ['doctor'], { ZHIKU_DATA_DIR: servedData })
    expect(output).toContain('节假日安排已知至 2098 年')
    expect(await centre.post('/api/holidays', sent)).toMatchObject(refusal(400, 'invalid'))
    expect((await centre.delete(`/api/holidays/${body.doc.id}`)).status).toBe(200)
  })

  it('31.2 a notice is refused with what in it is not right, and nothing of it is kept', async () => {
    const wrong = notice.replace('（周三）放假1天', '（周四）放假1天').split('七、')[0]
    const { status, body } = await centre.post<Body>('/api/holidays', { year: 2098, notice: wrong })
    expect(status).toBe(400)
    expect(body.detail).toBe('“1月1日（周四）”应为周三，请核对。通知里没有找到国庆节的放假安排。')
    expect((await centre.get<Body>('/api/holidays?limit=0')).body.docs).toEqual([])
  })

  it('31.3 is the centre’s alone, and on record', async () => {
    for (const name of ['agent', 'editor', 'approver', 'operator'] as const) {
      const person = await as(name)
      expect((await person.post('/api/holidays', { year: 2098, notice })).status).toBe(403)
      expect((await person.get('/api/holidays')).status).toBe(403)
    }
    const { body } = await (
      await as('auditor')
    ).get<Body>('/api/audit?where[action][like]=holidays&limit=5&depth=0')
    expect(body.docs.map(({ subjectName }) => subjectName)).toContain('2098 年节假日安排')
  })
})
