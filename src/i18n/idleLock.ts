import type { Language } from './language'

const zh = {
  title: '已锁定',
  covered: '已锁定，正在结束登录……',
  lost: '已锁定。现在连不上服务器，连上后即可解锁。',
  lead: '一段时间没有操作，或者在别的页面退出了登录，这一页已经锁定。输入密码，回到刚才的地方。',
  who: (name: string, username: string) => `${name}（${username}）`,
  unlock: '解锁',
  unlocking: '正在解锁……',
  wrong: '密码不对，请检查后再试。',
  empty: '请输入密码。',
  another: '换一个账号登录',
}

const en: typeof zh = {
  title: 'Locked',
  covered: 'Locked. Ending the session…',
  lost: 'Locked. The server cannot be reached now; unlock once it is back.',
  lead: 'Nobody was here for a while, or the session was ended on another page, so this one is locked. The password leads back to where you were.',
  who: (name, username) => `${name} (${username})`,
  unlock: 'Unlock',
  unlocking: 'Unlocking…',
  wrong: 'The password is wrong. Please check and try again.',
  empty: 'Please enter the password.',
  another: 'Sign in with another account',
}

/** The idle lock of desk and admin. */
export const idleLockTexts: Record<Language, typeof zh> = { zh, en }
