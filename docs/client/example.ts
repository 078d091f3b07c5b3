/** ZHIKU_URL=http://localhost:3000 ZHIKU_KEY=… npx tsx docs/client/example.ts 公积金怎么提取 */
import { createZhiku, Refused } from './zhiku'

const { ZHIKU_URL: address = 'http://localhost:3000', ZHIKU_KEY: key = '' } = process.env
const words = process.argv.slice(2).join(' ')
const zhiku = createZhiku({ address, key })
const say = (line: string) => process.stdout.write(`${line}\n`)

try {
  const { hits, total, degraded } = await zhiku.search(words)
  if (degraded) say('检索服务暂不可用，结果可能不全。')
  say(`找到 ${total} 条`)
  const [first] = hits
  if (first) say((await zhiku.entry(first.number)).spoken)
} catch (error) {
  if (!(error instanceof Refused)) throw error
  say(`${error.code}：${error.message}`)
}
