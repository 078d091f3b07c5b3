import { createLocalReq, type Payload } from 'payload'
import { readListedWords, type ListedWord } from '@/search/listedWords'
import { inTransaction } from '../inTransaction'
import { byId, findOne, insertOnce } from '../store'

const each = (advice: string, words: string): ListedWord[] =>
  words.split(' ').map((word) => ({ word, advice }))

/**
 * The words of the specification (domain.md, Keeping it true) in the field's usual form: what hurts, with what to
 * say instead; what a caller cannot act on; proofs that the state has abolished or that village and residents'
 * committees no longer give (民发〔2020〕20号).
 */
const presetWords: readonly ListedWord[] = [
  ...each('改用“精神障碍患者”', '精神病 神经病 疯子'),
  ...each('改用“智力残疾人”', '弱智 傻子 白痴'),
  ...each('改用“残疾人”', '残废'),
  ...each('改用“肢体残疾人”', '瘸子'),
  ...each('改用“视力残疾人”', '瞎子'),
  ...each('改用“听力、言语残疾人”', '聋子 哑巴'),
  ...each('改用“群众”“来电人”', '刁民'),
  ...each('改用“外来务工人员”', '盲流'),
  ...each('含糊：写明什么情况下是、什么情况下不是', '可能 也许 大概'),
  ...each('含糊：写明规则和例外', '原则上'),
  ...each('含糊：列明材料名称和份数', '其他材料 相关材料'),
  ...each(
    '国家已取消或不再要求的证明，请核对依据',
    '健在证明 单身证明 无婚姻登记记录证明 同一人证明 亲属关系证明 婚育状况证明 证件遗失证明 养犬证明 无业证明 人品证明',
  ),
]

/** Says that a city was given them: what the centre deletes of them does not come back. */
const given = 'presetWords'

/** Gives a city the preset words to begin with, once; the centre's own stay. */
export async function seedWords(payload: Payload): Promise<void> {
  const req = await createLocalReq({}, payload)
  if (await findOne({ req, collection: 'counters', where: byId(given) })) return
  await inTransaction(req, async () => {
    const own = await readListedWords(payload, req)
    const fresh = presetWords.filter(({ word }) => !own.some((listed) => listed.word === word))
    await payload.updateGlobal({
      slug: 'settings',
      data: { listedWords: [...own, ...fresh] },
      overrideAccess: true,
      depth: 0,
      req,
    })
    await insertOnce({ req, collection: 'counters', data: { id: given, value: 1 } })
  })
}
