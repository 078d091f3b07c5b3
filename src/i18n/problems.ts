import type { Language } from './language'

type ProblemText = { title: string; detail: string }

const zh = {
  badParameter: { title: '参数有误', detail: '参数“{parameter}”不正确。' },
  badBody: { title: '请求内容有误', detail: '请求内容须是一个 JSON 对象，如 {"q": "要查的话"}。' },
  notSignedIn: { title: '尚未登录', detail: '请先登录，或提供有效的接口密钥。' },
  notAllowed: { title: '无权', detail: '只有中心管理员可以查看排序依据。' },
  crossSite: {
    title: '来自其他网站',
    detail: '不接受其他网站的页面发来的请求，请在本系统的页面上操作。',
  },
  notFound: { title: '没有找到', detail: '没有这个内容，或者您无权查看。' },
  methodNotAllowed: { title: '不支持此方法', detail: '此地址只能读取（{methods}）。' },
  tooLarge: { title: '内容太大', detail: '此地址一次最多接受 {most}，请减少内容或分批提交。' },
  tooManyRequests: { title: '请求过于频繁', detail: '请求太多，请在 {seconds} 秒后再试。' },
  unknownAgent: {
    title: '话务员账号无效',
    detail: 'X-Zhiku-Agent 所写的账号不存在、已停用或不是话务员。',
  },
  internal: { title: '系统出错', detail: '系统暂时无法处理这个请求，请稍后再试。' },
}

export type FrontProblem = keyof typeof zh

const en: Record<FrontProblem, ProblemText> = {
  badParameter: { title: 'Bad parameter', detail: 'The parameter “{parameter}” is not valid.' },
  badBody: {
    title: 'Bad request body',
    detail: 'The body must be one JSON object, such as {"q": "words to look for"}.',
  },
  notSignedIn: { title: 'Not signed in', detail: 'Sign in first, or send a valid API key.' },
  notAllowed: { title: 'Not allowed', detail: 'Only the centre may ask why a hit is where it is.' },
  crossSite: {
    title: 'From another site',
    detail: 'Requests of other sites’ pages are not taken: work on the pages of this system.',
  },
  notFound: { title: 'Not found', detail: 'There is no such content, or you may not see it.' },
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
  internal: {
    title: 'Internal error',
    detail: 'The request could not be answered just now. Please try again later.',
  },
}

/** What the lean path says when it refuses. */
export const problemTexts: Record<Language, Record<FrontProblem, ProblemText>> = { zh, en }
