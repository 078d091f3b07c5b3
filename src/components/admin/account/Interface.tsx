'use client'

import { useTheme, useTranslation, type Theme } from '@payloadcms/ui'
import { useId } from 'react'
import { ownAccountTexts } from '@/i18n/ownAccount'
import { useTexts } from '../useTexts'

const themes = ['auto', 'light', 'dark'] as const
/** Each by its own name, for whoever reads no other. */
const languages = { zh: '中文', en: 'English' }

/** 界面设置: language and colours, kept in this browser. */
export function Interface() {
  const { language } = useTexts()
  const { switchLanguage } = useTranslation()
  const { autoMode, setTheme, theme } = useTheme()
  const texts = ownAccountTexts[language]
  const id = useId()
  return (
    <section className="zk-panel" aria-label={texts.interface}>
      <h2>{texts.interface}</h2>
      <div className="zk-fields">
        <label htmlFor={`${id}-language`}>{texts.language}</label>
        <select
          id={`${id}-language`}
          value={language}
          onChange={(event) => void switchLanguage?.(event.target.value as 'zh' | 'en')}
        >
          {Object.entries(languages).map(([value, name]) => (
            <option key={value} value={value} lang={value}>
              {name}
            </option>
          ))}
        </select>
        <label htmlFor={`${id}-theme`}>{texts.theme}</label>
        <select
          id={`${id}-theme`}
          value={autoMode ? 'auto' : theme}
          onChange={(event) => setTheme(event.target.value as Theme)}
        >
          {themes.map((value) => (
            <option key={value} value={value}>
              {texts[value]}
            </option>
          ))}
        </select>
      </div>
    </section>
  )
}
