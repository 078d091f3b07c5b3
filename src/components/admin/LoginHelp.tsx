import type { ServerProps } from 'payload'
import { adminTexts } from '@/i18n/adminTexts'

/** Passwords are reset by the operator, not by mail. */
export const LoginHelp = ({ i18n }: ServerProps) => (
  <p className="zk-soft">{adminTexts[i18n.language === 'en' ? 'en' : 'zh'].help}</p>
)
