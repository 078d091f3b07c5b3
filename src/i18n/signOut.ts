import type { Language } from './language'

const zh = {
  title: '正在退出登录',
  covered: '正在退出……',
  lost: '还没有退出登录：现在连不上服务器，连上后自动退出。请不要关闭这一页。',
  ask: '还有上报没有成功',
  unsent: (n: number) => `您有 ${n} 条上报没有成功。现在退出，您填写的文字会被删除，不能恢复。`,
  stay: '先不退出',
  leave: '删除并退出',
}

const en: typeof zh = {
  title: 'Signing out',
  covered: 'Signing out…',
  lost: 'Not signed out yet: the server cannot be reached. It is done once it can; please leave this page open.',
  ask: 'Reports were not sent',
  unsent: (n) =>
    (n === 1 ? 'A report of yours was not sent. ' : `${n} reports of yours were not sent. `) +
    'Signing out now deletes what you wrote for good.',
  stay: 'Stay signed in',
  leave: 'Delete and sign out',
}

/** Signing out, and what is asked before. */
export const signOutTexts: Record<Language, typeof zh> = { zh, en }
