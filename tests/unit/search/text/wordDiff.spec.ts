import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { wordDiff, wordsOf, type Part } from '@/search/text/wordDiff'

const before = (parts: readonly Part[]) => joined(parts, 'added')
const after = (parts: readonly Part[]) => joined(parts, 'removed')
const joined = (parts: readonly Part[], without: Part['change']) =>
  parts
    .filter(({ change }) => change !== without)
    .map(({ text }) => text)
    .join('')

/** As a reader sees it: [-删去-]{+增加+}. */
const read = (from: string, to: string) =>
  wordDiff(from, to)
    .map(({ text, change }) =>
      change === 'same' ? text : change === 'added' ? `{+${text}+}` : `[-${text}-]`,
    )
    .join('')

const sentences = [
  '申请人应当向户籍所在地乡镇人民政府提出书面申请。',
  '低保标准由每人每月680元提高到720元，自2026年7月1日起执行！',
  '办理地点：市政务服务中心二楼民政窗口（8:30—17:30）',
  '咨询电话0319-3012345、12345；',
  '材料齐全的，当场受理，5个工作日内办结。\n',
  '不符合条件的，书面说明理由😀。\r\n',
  '家庭成员的身份证、户口簿原件及复印件各1份，',
  '第二条 本办法所称“居民最低生活保障”是指……',
]

describe('a change of words', () => {
  it.each([
    ['提交身份证原件。', '提交身份证复印件。', '提交身份证[-原件-]{+复印件+}。'],
    ['电话0319-3012345。', '电话0319-3012346。', '电话[-0319-3012345-]{+0319-3012346+}。'],
    ['电话138 0013 8000', '电话138 0013 8001', '电话[-138 0013 8000-]{+138 0013 8001+}'],
    ['每天8:30开门', '每天9:30开门', '每天[-8:30-]{+9:30+}开门'],
    ['补贴3.5%', '补贴3.8%', '补贴[-3.5%-]{+3.8%+}'],
    ['共1,200元', '共12,00元', '共[-1,200-]{+12,00+}元'],
    ['依据GB11643-1999', '依据GB11643-2019', '依据[-GB11643-1999-]{+GB11643-2019+}'],
    ['由县民政局办理。', '由县民政局、残联办理。', '由县民政局{+、残联+}办理。'],
    ['可以办理，', '可以办理。', '可以办理[-，-]{+。+}'],
    ['笑😀脸', '笑😁脸', '笑[-😀-]{+😁+}脸'],
    ['', '新的', '{+新的+}'],
    ['旧的', '', '[-旧的-]'],
  ])('%s → %s', (from, to, expected) => {
    expect(read(from, to)).toBe(expected)
  })

  it('is one change where next to nothing between its words stayed', () => {
    expect(read('申请人到民政局办理审批手续。', '申请人到人社局负责审批事项。')).toBe(
      '申请人到[-民政局办理审批手续-]{+人社局负责审批事项+}。',
    )
  })

  it('is two where a sentence ends between, and where words are only put in', () => {
    expect(read('先报告。再处理。', '先登记。再归档。')).toBe(
      '先[-报告-]{+登记+}。再[-处理-]{+归档+}。',
    )
    expect(read('到窗口提交材料', '到二楼窗口当场提交材料')).toBe('到{+二楼+}窗口{+当场+}提交材料')
  })

  it('is nothing where nothing changed', () => {
    expect(wordDiff('同一句话', '同一句话')).toEqual([{ text: '同一句话', change: 'same' }])
    expect(wordDiff('', '')).toEqual([])
  })
})

const chinese = fc.array(fc.constantFrom(...sentences), { maxLength: 8 }).map((all) => all.join(''))
/** A real text with words taken out, put in, exchanged. */
const edited = chinese.chain((text) =>
  fc.record({
    text: fc.constant(text),
    edits: fc.array(
      fc.record({
        at: fc.nat({ max: Math.max(text.length, 1) }),
        gone: fc.nat({ max: 12 }),
        put: fc.constantFrom(
          '',
          '县级以上',
          '12345',
          '，',
          '\n',
          '😀',
          '乡镇',
          '0319-3012345',
          ' ',
        ),
      }),
      { maxLength: 6 },
    ),
  }),
)
const changed = ({
  text,
  edits,
}: {
  text: string
  edits: { at: number; gone: number; put: string }[]
}) =>
  edits.reduce((now, { at, gone, put }) => {
    const characters = [...now]
    characters.splice(at, gone, put)
    return characters.join('')
  }, text)

describe('the marks', () => {
  it('lead from the old text to the new and back, and cut no character in two', () => {
    fc.assert(
      fc.property(edited, (given) => {
        const parts = wordDiff(given.text, changed(given))
        expect(before(parts)).toBe(given.text)
        expect(after(parts)).toBe(changed(given))
        for (const { text } of parts) expect(Buffer.from(text).toString()).toBe(text)
      }),
      { numRuns: 500 },
    )
  })

  it('do so for whatever was pasted, broken characters and control characters too', () => {
    const anything = fc.string({ unit: 'binary', maxLength: 60 })
    const broken = fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 40 })
    const text = fc.oneof(
      anything,
      broken.map((units) => String.fromCharCode(...units)),
    )
    fc.assert(
      fc.property(text, text, (from, to) => {
        const parts = wordDiff(from, to)
        expect([before(parts), after(parts)]).toEqual([from, to])
      }),
      { numRuns: 300 },
    )
  })

  it('never stand on what comes before the first change or after the last', () => {
    fc.assert(
      fc.property(chinese, chinese, fc.constantFrom('甲市乙县', '办结'), (head, tail, middle) => {
        const parts = wordDiff(`${head}\n${tail}`, `${head}\n${middle}。\n${tail}`)
        expect(parts.filter(({ change }) => change === 'removed')).toEqual([])
        expect(
          parts.filter(({ change }) => change === 'added').map(({ text }) => text.length),
        ).toEqual([middle.length + 2])
      }),
    )
  })

  it('read one after the other: what is removed, what is added, what stayed', () => {
    fc.assert(
      fc.property(edited, (given) => {
        const changes = wordDiff(given.text, changed(given)).map(({ change }) => change)
        for (const [at, change] of changes.entries()) {
          expect(change).not.toBe(changes[at + 1])
          if (change === 'added') expect(changes[at + 1] ?? 'same').toBe('same')
        }
      }),
    )
  })
})

describe('words', () => {
  it('are the text, whatever it holds', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (text) => {
        expect(wordsOf(text).join('')).toBe(text)
      }),
    )
  })

  it('are compared by lines where two long texts have nothing in common', () => {
    const one = Array.from({ length: 40_000 }, (_, at) => `甲${at} `).join('')
    const other = Array.from({ length: 40_000 }, (_, at) => `乙${at} `).join('')
    const parts = wordDiff(`头\n${one}\n尾`, `头\n${other}\n尾`)
    expect([before(parts), after(parts)]).toEqual([`头\n${one}\n尾`, `头\n${other}\n尾`])
    expect(parts[0]).toEqual({ text: '头\n', change: 'same' })
  })
})
