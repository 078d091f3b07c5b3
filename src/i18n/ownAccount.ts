import type { Language } from './language'

const zh = {
  title: '账号',
  name: '姓名',
  username: '账号名',
  unit: '单位',
  roles: '角色',
  password: '密码',
  byOperator: '姓名、单位和角色由系统管理员维护。',
  interface: '界面设置',
  language: '语言',
  theme: '颜色',
  auto: '跟随系统',
  light: '浅色',
  dark: '深色',
}

const en: typeof zh = {
  title: 'Account',
  name: 'Name',
  username: 'Account name',
  unit: 'Unit',
  roles: 'Roles',
  password: 'Password',
  byOperator: 'Name, unit and roles are kept by the operator.',
  interface: 'Interface',
  language: 'Language',
  theme: 'Colours',
  auto: 'As the system',
  light: 'Light',
  dark: 'Dark',
}

/** What the page of one's own account says. */
export const ownAccountTexts: Record<Language, typeof zh> = { zh, en }
