import type { CategoryKey } from '@/access/rules'
import { categoryNames } from '@/i18n/names'
import type { Language } from '@/i18n/language'

/** In Chinese a category is called as its node is (a township's is 乡镇详情). */
export function categoryName(
  { key, name }: { key: string; name?: string },
  language: Language,
): string {
  const known = categoryNames[key as CategoryKey] as (typeof categoryNames)[CategoryKey] | undefined
  return (language === 'zh' && name) || known?.[language] || (name ?? key)
}
