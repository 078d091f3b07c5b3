import type { RefusalCode } from '@/access/rules'
import type { Language } from './language'

type RefusalText = { title: string; detail: string }

const zh: Record<RefusalCode, RefusalText> = {
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
  internal: { title: '系统出错', detail: '系统暂时无法处理这个请求，请稍后再试。' },
  busy: { title: '系统繁忙', detail: '请稍后再试。' },
}

const en: Record<RefusalCode, RefusalText> = {
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
  internal: {
    title: 'Internal error',
    detail: 'The request could not be answered just now. Please try again later.',
  },
  busy: { title: 'Busy', detail: 'Try again in a moment.' },
}

/** What a refused step or save says. */
export const refusalTexts: Record<Language, Record<RefusalCode, RefusalText>> = { zh, en }
