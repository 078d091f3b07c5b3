import { z } from 'zod'
import { said } from '../../sentAs'

const longest = 254

/** One address or none at all. */
const isAddress = (text: string) =>
  text === '' || /^[^\s@,;<>()"]+@[^\s@,;<>()"]+\.[^\s@,;<>()"]+$/.test(text)

/** Where somebody's mails shall go, as it is sent; empty: nowhere. */
export const addressSent = () =>
  said(z.string().trim().max(longest).refine(isAddress), {
    zh: '请填写一个邮箱地址。',
    en: 'Give one mail address.',
  })

/** What is said where mails are to come and there is no address. */
export const noAddress = {
  fields: ['email'],
  detail: {
    zh: '请先填写接收邮件的邮箱。',
    en: 'First give the address the mails shall go to.',
  },
}
