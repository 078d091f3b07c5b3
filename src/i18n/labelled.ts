import type { Language } from './language'

/** A name and what it is about, as each language punctuates it; the name alone where there is nothing. */
export const labelled = (language: Language, name: string, about: string): string =>
  about ? `${name}${language === 'zh' ? '：' : ': '}${about}` : name
