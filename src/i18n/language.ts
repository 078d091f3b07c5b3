/** The languages of the interface; what people wrote stays as they wrote it. */
export type Language = 'zh' | 'en'

export const languageCookie = 'zhiku-language'

export const htmlLang = { zh: 'zh-CN', en: 'en' } as const satisfies Record<Language, string>

export const isLanguage = (value: unknown): value is Language => value === 'zh' || value === 'en'

/** Chinese unless the client's first choice is English. */
export function languageOf(acceptLanguage: string | null | undefined): Language {
  return /^\s*en\b/i.test(acceptLanguage ?? '') ? 'en' : 'zh'
}

/** A name and what it is about, as each language punctuates it; the name alone where there is nothing. */
export const labelled = (language: Language, name: string, about: string): string =>
  about ? `${name}${language === 'zh' ? '：' : ': '}${about}` : name
