import { themeTexts } from '@/i18n/themes'
import type { Language } from '@/i18n/language'
import type { Theme } from '@/reading/themes'

type Props = { language: Language; themes: readonly Theme[] }

/** 按主题查找: events of life under which there are answers; nothing where there are none. */
export function ThemeLinks({ language, themes }: Props) {
  const texts = themeTexts[language]
  const filled = themes.filter(({ count }) => count > 0)
  if (filled.length === 0) return null
  return (
    <section aria-labelledby="by-theme">
      <h2 id="by-theme">{texts.heading}</h2>
      <ul className="chips">
        {filled.map(({ key, name, count }) => (
          <li key={key}>
            <a href={`/themes/${key}`}>
              <span lang="zh-CN">{name}</span> <span className="count">{texts.entries(count)}</span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}
