import type { Language } from '@/i18n/language'
import { sharedTexts } from '@/i18n/shared'

/** Mark and name; leads home. */
export function SiteMark({ language, href = '/' }: { language: Language; href?: string }) {
  const { site, siteLong } = sharedTexts[language]
  return (
    <a className="site-mark" href={href}>
      <svg viewBox="0 0 32 32" width="32" height="32" aria-hidden="true" focusable="false">
        <rect width="32" height="32" rx="8" fill="currentColor" />
        <path
          d="M8 9.5c3-1 5.5-.7 8 1 2.5-1.7 5-2 8-1v12.5c-3-1-5.5-.7-8 1-2.5-1.7-5-2-8-1z"
          fill="none"
          stroke="#fff"
          strokeWidth="1.8"
          strokeLinejoin="round"
        />
        <path d="M16 10.5v12.5" stroke="#fff" strokeWidth="1.8" />
      </svg>
      <span className="site-name">{site}</span>
      <span className="site-long">{siteLong}</span>
    </a>
  )
}
