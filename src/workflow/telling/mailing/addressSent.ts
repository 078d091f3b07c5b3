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
