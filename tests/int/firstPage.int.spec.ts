import { beforeAll, describe, expect, it } from '@jest/globals'
import { as, type Person } from '../server/people'
import { foundCity, hire, openAccount, type Worker } from './city'
import { publish, save, take, write } from './entries'
import { signIn } from './signingIn'

const day = 24 * 60 * 60 * 1000
const dayAt = (days: number) =>
  new Date(Date.now() + days * day).toLocaleDateString('sv-SE', { timeZone: 'Asia/Shanghai' })

let city: Awaited<ReturnType<typeof foundCity>>
let editor: Worker

const pageOf = async (person: Person, path: string): Promise<string> => {
  const headers = { Cookie: `payload-token=${person.token}`, Authorization: '' }
  const answer = await person.fetch(path, { headers })
  return (await answer.text()).replaceAll('<!-- -->', '').replaceAll('&amp;', '&')
}
/** What the first page says needs attention: the number beside these words, and where it leads. */
async function told(person: Person, words: string): Promise<{ n: number; href: string } | null> {
  const shown = await pageOf(person, '/admin')
  const found = new RegExp(
    `<a href="([^"]+)">${words} ?<span class="zk-count">(\\d+)</span></a>`,
  ).exec(shown)
  return found ? { n: Number(found[2]), href: String(found[1]) } : null
}

beforeAll(async () => {
  city = await foundCity()
  editor = await hire(city.bureau, 'editor')
}, 180_000)

describe('the first page', () => {
  it('46.14 tells an editor of their unit’s texts that are past their review or run out, and leads to them', async () => {
    const entries = {
      review: await publish(city, city.bureau, { reviewBy: dayAt(-2) }),
      soon: await publish(city, city.bureau, { validUntil: dayAt(13) }),
      over: await publish(city, city.bureau, { validUntil: dayAt(-1) }),
    }
    const later = await publish(city, city.bureau, { reviewBy: dayAt(2), validUntil: dayAt(20) })
    const draft = await write(city.editor, city.bureau, { validUntil: dayAt(-1) })
    const words = {
      review: '已过复核日期、读者还看得到的知识',
      soon: '14 天内到期的知识',
      over: '有效期已过、读者看不到了的知识',
    }
    for (const due of ['review', 'soon', 'over'] as const) {
      const one = await told(editor, words[due])
      expect(one).toEqual({
        n: 1,
        href: `/admin/collections/knowledge?unit=${city.bureau.id}&due=${due}`,
      })
      const list = await pageOf(editor, one?.href ?? '')
      expect(list).toContain(entries[due].title)
      for (const other of [later, draft]) expect(list).not.toContain(other.title)
      expect(await told(city.stranger, words[due])).toBeNull()
    }
    // Who is at it already is reminded no more.
    await take(city.editor, entries.over, 'revise')
    expect((await save(city.editor, entries.over, { validUntil: dayAt(90) })).status).toBe(200)
    expect(await told(editor, words.over)).toBeNull()
  })

  it('46.15 tells the operator of accounts that are locked or never changed their first password', async () => {
    const operator = await as('operator')
    const words = '还没有改过初始密码的账号'
    const before = (await told(operator, words))?.n ?? 0
    const more = { unit: city.bureau.id, roles: ['staff'], mustChangePassword: true }
    const { username } = (await openAccount(more)).body.doc
    const after = await told(operator, words)
    // Others of this run open accounts too.
    expect(after?.n).toBeGreaterThan(before)
    expect(after?.href).toBe('/admin/collections/users?state=first')
    const list = await pageOf(operator, `${after?.href}&q=${String(username)}`)
    expect(list).toContain(String(username))
    expect(await told(await as('centre'), words)).toBeNull()
  })

  it('46.16 tells the auditor of sign-ins refused today, and leads to their lines', async () => {
    const auditor = await as('auditor')
    const words = '今天登录失败'
    const before = (await told(auditor, words))?.n ?? 0
    await signIn(editor.username, 'wrong-password', '198.51.100.99')
    const after = await told(auditor, words)
    const query = new URLSearchParams({ action: 'users.loginFailed', from: dayAt(0) })
    expect(after?.n).toBeGreaterThan(before)
    expect(after?.href).toBe(`/admin/collections/audit?${query}`)
    expect(await pageOf(auditor, String(after?.href))).toContain(editor.username)
    expect(await told(await as('operator'), words)).toBeNull()
  })

  it('46.17 tells editors what is hot of their unit alone, the centre of all', async () => {
    expect(await pageOf(editor, '/admin')).toContain('本单位的热点')
    expect(await pageOf(await as('centre'), '/admin')).toMatch(/本周 \d+ (次使用|人次阅读)/)
    for (const person of [await as('auditor'), await as('operator')])
      expect(await pageOf(person, '/admin')).not.toContain('热点</h2>')
  })
})
