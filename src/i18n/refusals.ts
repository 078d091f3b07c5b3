import type { RefusalCode } from '@/access/refusals'
import type { Language } from './language'

type RefusalText = { title: string; detail: string }

const refusalZh: Record<RefusalCode, RefusalText> = {
  wrongState: { title: '当前状态不能这样做', detail: '请刷新页面查看最新状态。' },
  changedMeanwhile: {
    title: '内容已被他人改动',
    detail: '请打开最新内容，核对后再操作；您的文字不会丢失。',
  },
  notAllowed: { title: '没有此项权限', detail: '这一步由该单位的其他角色办理。' },
  ownSubmission: { title: '不能审批自己编写或提交的内容', detail: '请由本单位其他分管领导审批。' },
  reasonMissing: { title: '请填写原因', detail: '退回或申请时须写明原因，便于对方修改。' },
  incomplete: { title: '内容不完整', detail: '请先补齐必填内容。' },
  notOpened: { title: '请先打开再审批', detail: '审批前须打开并阅读这一版的全文。' },
  findingsUnconfirmed: {
    title: '有需要确认的内容',
    detail: '内容里有疑似个人号码或提示用语：请逐项核对，修改或确认后再办理。',
  },
  personalNumbers: {
    title: '含有个人号码，不能对市民公开',
    detail: '案件里有疑似个人的证件号、手机号或银行卡号：请删去，或改为不对市民公开。',
  },
  invalid: { title: '请求有误', detail: '请检查所填内容。' },
  notSignedIn: { title: '尚未登录', detail: '请先登录。' },
  locked: {
    title: '账号已锁定',
    detail: '连续多次输错密码，请 10 分钟后再试，或请系统管理员解除锁定。',
  },
  notFound: { title: '没有找到', detail: '没有这个内容，或者您无权查看。' },
  readAnew: {
    title: '须重新全部读取',
    detail:
      'after 不属于本库现在的数据（换过密钥范围、恢复过备份或来自别的系统）：请清空已存内容，不带 after 从头读取。',
  },
  internal: { title: '系统出错', detail: '系统暂时无法处理这个请求，请稍后再试。' },
  busy: { title: '系统繁忙', detail: '请稍后再试。' },
  badParameter: { title: '参数有误', detail: '参数“{parameter}”不正确。' },
  badBody: { title: '请求内容有误', detail: '请求内容须是一个 JSON 对象，如 {"q": "要查的话"}。' },
  crossSite: {
    title: '来自其他网站',
    detail: '不接受其他网站的页面发来的请求，请在本系统的页面上操作。',
  },
  methodNotAllowed: { title: '不支持此方法', detail: '此地址只能读取（{methods}）。' },
  tooLarge: { title: '内容太大', detail: '此地址一次最多接受 {most}，请减少内容或分批提交。' },
  tooManyRequests: { title: '请求过于频繁', detail: '请求太多，请在 {seconds} 秒后再试。' },
  unknownAgent: {
    title: '话务员账号无效',
    detail: 'X-Zhiku-Agent 所写的账号不存在、已停用或不是话务员。',
  },
}

const refusalEn: Record<RefusalCode, RefusalText> = {
  wrongState: {
    title: 'Not possible in this state',
    detail: 'Reload the page to see the latest state.',
  },
  changedMeanwhile: {
    title: 'Changed meanwhile',
    detail: 'Open the latest text and compare; nothing you wrote is lost.',
  },
  notAllowed: { title: 'Not allowed', detail: 'Another role of the unit takes this step.' },
  ownSubmission: {
    title: 'Nobody approves what they wrote or submitted',
    detail: 'Another approver of the unit decides.',
  },
  reasonMissing: {
    title: 'A reason is missing',
    detail: 'Say why, so that the text can be mended.',
  },
  incomplete: { title: 'Not complete', detail: 'Fill in what is required first.' },
  notOpened: {
    title: 'Open it before approving',
    detail: 'Read the whole text of this revision first.',
  },
  findingsUnconfirmed: {
    title: 'Findings are not confirmed',
    detail:
      'Numbers of persons or listed words stand in the text: mend them, or name and confirm each kind.',
  },
  personalNumbers: {
    title: 'Numbers of persons are not shown to citizens',
    detail: 'The case holds numbers of persons: remove them, or do not open it to citizens.',
  },
  invalid: { title: 'Bad request', detail: 'Check what was sent.' },
  notSignedIn: { title: 'Not signed in', detail: 'Sign in first.' },
  locked: {
    title: 'Account locked',
    detail: 'Too many wrong passwords: try again in ten minutes, or ask the operator to unlock it.',
  },
  notFound: { title: 'Not found', detail: 'There is no such content, or you may not see it.' },
  readAnew: {
    title: 'Read everything anew',
    detail:
      'This after is not of the city as it is now (another audience, a restored backup, another system): drop what was kept and read from the beginning, without after.',
  },
  internal: {
    title: 'Internal error',
    detail: 'The request could not be answered just now. Please try again later.',
  },
  busy: { title: 'Busy', detail: 'Try again in a moment.' },
  badParameter: { title: 'Bad parameter', detail: 'The parameter “{parameter}” is not valid.' },
  badBody: {
    title: 'Bad request body',
    detail: 'The body must be one JSON object, such as {"q": "words to look for"}.',
  },
  crossSite: {
    title: 'From another site',
    detail: 'Requests of other sites’ pages are not taken: work on the pages of this system.',
  },
  methodNotAllowed: {
    title: 'Method not allowed',
    detail: 'This address can only be read ({methods}).',
  },
  tooLarge: {
    title: 'Too large',
    detail: 'This address takes {most} at once at most: send less, or in parts.',
  },
  tooManyRequests: {
    title: 'Too many requests',
    detail: 'Too many requests; try again in {seconds} seconds.',
  },
  unknownAgent: {
    title: 'Unknown agent account',
    detail: 'The account in X-Zhiku-Agent does not exist, is not active or is no agent.',
  },
}

/** What is said of a refusal; `{name}` is filled in. */
export const refusalTexts: Record<Language, Record<RefusalCode, RefusalText>> = {
  zh: refusalZh,
  en: refusalEn,
}

type Words = { zh: string; en: string }

/** What the lean path says otherwise: who reads may hold a key, and is no role of a unit. */
export const readingTexts = {
  notSignedIn: {
    detail: {
      zh: '请先登录，或提供有效的接口密钥。',
      en: 'Sign in first, or send a valid API key.',
    },
  },
  notAllowed: {
    title: { zh: '无权', en: 'Not allowed' },
    detail: {
      zh: '只有中心管理员可以查看排序依据。',
      en: 'Only the centre may ask why a hit is where it is.',
    },
  },
} satisfies Partial<Record<RefusalCode, { title?: Words; detail: Words }>>

/** Why a step is not possible now, where the state alone does not say it. */
export const wrongStateTexts = {
  trashed: {
    zh: '内容已在回收站，只能由中心管理员还原。',
    en: 'This entry is in the trash: only the centre restores it.',
  },
  pending: {
    zh: '内容正在审批中，请先撤回再修改。',
    en: 'This text waits for approval: recall it first.',
  },
  approved: {
    zh: '内容已经审批，请先发起修订再修改。',
    en: 'This text is approved: revise it first.',
  },
  requested: {
    zh: '已申请删除，请先由分管领导决定或撤回删除申请。',
    en: 'Its deletion was requested: have that decided or withdrawn first.',
  },
  returnFirst: {
    zh: '修改已审批信息须先由分管领导退回，可以申请退回修改。',
    en: 'An approved text is returned first: ask the approver to return it.',
  },
  heldBy: (name: string) => ({
    zh: `${name || '本单位'}正在修订这条内容，审批完成后才能直接修改。`,
    en: `${name || 'Its unit'} has a revision under way: save directly once that is approved.`,
  }),
  lapsed: {
    zh: '这条内容因逾期未复核下架，请先办结它的复核任务，或修订后提交审批。',
    en: 'It went offline since nobody reviewed it: have its review done first, or revise it.',
  },
  offline: {
    zh: '线上没有这条内容，无从办理。',
    en: 'Nothing of this entry is online.',
  },
  standsAt: (state: Words, step: Words) => ({
    zh: `这条内容现在是“${state.zh}”，不能${step.zh}。`,
    en: `It is “${state.en}” now: not a state for “${step.en}”.`,
  }),
  unanswered: (units: string) => ({
    zh: `会同校核尚未完成：${units}。`,
    en: `Units named for agreement have not answered yet: ${units}.`,
  }),
}

/** Said to a program that sends what citizens say. */
export const forPeople = {
  title: { zh: '不接受程序提交', en: 'Not for programs' },
  detail: {
    zh: '这里只接受市民在网页上的提交，请用常见的浏览器打开网页。',
    en: 'This takes what citizens send from a page: open it in a usual browser.',
  },
}
