import { expect, it } from '@jest/globals'
import { anyone } from '../server/people'
import { foundCity } from './city'
import { publish, save, write } from './entries'
import { everything, sendAll } from './everywhere'

it('whoever is not signed in holds up nobody: while they send everything everywhere, all who save are answered', async () => {
  const city = await foundCity()
  const all = await everything(await publish(city, city.bureau))
  let isOver = false
  const asking = sendAll(anyone(), all).finally(() => (isOver = true))
  const texts = await Promise.all([1, 2, 3].map(() => write(city.editor, city.bureau)))
  const saving = texts.map(async (text) => {
    let revision = 1
    for (let n = 0; !isOver || n < 3; n += 1) {
      const answer = await save(city.editor, { ...text, revision }, { summary: `第${n}次` })
      if (answer.status !== 200) return answer
      revision = Number(answer.body.doc.revision)
    }
    return null
  })
  const answers = await asking
  expect(await Promise.all(saving)).toEqual([null, null, null])
  expect(answers.filter(({ status }) => status >= 500)).toEqual([])
  // Their forms lead back to a page, be they refused: the doors that are open to all (46.13, 60.15).
  const taken = answers.filter(
    ({ method, path, status }) =>
      path.startsWith('/api/') && !isOpen(path) && method !== 'GET' && status < 400,
  )
  expect(taken).toEqual([])
}, 600_000)

const isOpen = (path: string) =>
  path.endsWith('/helpful') || ['/api/public/corrections', '/api/public/gaps'].includes(path)
