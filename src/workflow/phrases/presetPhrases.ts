import type { Situation } from '@/access/phrases'

/** A phrase as the centre keeps it, but for who changed it last. */
export type Phrase = {
  id: string
  situation: Situation
  text: string
  /** In what a caller asks, these words lead to it. */
  words: string[]
  /** Among those of its situation. */
  order: number
}

const phrase = (
  key: string,
  situation: Situation,
  order: number,
  text: string,
  words = '',
): Phrase => ({
  ...{ id: `preset-${key}`, situation, order, text },
  words: words === '' ? [] : words.split(' '),
})

/**
 * 规范用语 a city begins with: the situations of the specification (domain.md, Reading) in the field's usual form. What is
 * 不予受理 is what 国办发〔2020〕53号 leaves to 诉讼、仲裁、行政复议 and to 信访 once it has begun. No word leads to an emergency
 * by itself in what is asked every day (火, 灭火器, 报警, 急救).
 */
export const presetPhrases: readonly Phrase[] = [
  phrase('searching', 'searching', 1, '请您稍等，我正在为您查询。'),
  phrase(
    'nothingFound',
    'nothingFound',
    1,
    '很抱歉，您咨询的问题暂时没有查到相关内容。我会如实记录，转有关单位办理，请您保持电话畅通。',
  ),
  phrase(
    'callBack',
    'callBack',
    1,
    '您咨询的问题需要进一步核实，我们核实后会尽快给您回复，请您保持电话畅通。',
  ),
  phrase(
    'police',
    'emergency',
    1,
    '您说的情况紧急，请您先确保自身安全，立即拨打110报警。',
    '杀人 抢劫 持刀 砍人 打架 斗殴 绑架 跳楼 跳河 轻生 自杀 想死 入室盗窃 家暴',
  ),
  phrase(
    'fire',
    'emergency',
    2,
    '请您立即离开危险的地方，到安全处拨打119，讲清详细地址和有没有人被困。',
    '着火 起火 失火 火灾 冒浓烟 爆炸 燃气泄漏 煤气泄漏 天然气泄漏 被困 溺水 落水',
  ),
  phrase(
    'ambulance',
    'emergency',
    3,
    '请您立即拨打120，讲清病人的情况和详细地址，并留人等候救护车。',
    '晕倒 昏倒 昏迷 心脏病发作 呼吸困难 没有呼吸 没呼吸 大出血 抽搐 煤气中毒 喝农药 溺水',
  ),
  phrase(
    'litigation',
    'notAccepted',
    1,
    '您反映的是应当通过诉讼解决或者已经进入诉讼程序的事项，按规定热线不予受理，请您向人民法院咨询，诉讼服务热线是12368。',
    '诉讼 起诉 上诉 打官司 法院判决 强制执行',
  ),
  phrase(
    'arbitration',
    'notAccepted',
    2,
    '您反映的是应当通过仲裁解决或者已经进入仲裁程序的事项，按规定热线不予受理，请您向有管辖权的仲裁机构申请或者咨询。',
    '仲裁',
  ),
  phrase(
    'reconsideration',
    'notAccepted',
    3,
    '您反映的是应当通过行政复议解决或者已经进入行政复议程序的事项，按规定热线不予受理，请您向行政复议机关申请或者咨询。',
    '复议',
  ),
  phrase(
    'petition',
    'notAccepted',
    4,
    '您反映的是已经进入信访渠道的事项，按规定热线不予受理，请您向受理信访的单位了解办理情况。',
    '信访 上访',
  ),
]
