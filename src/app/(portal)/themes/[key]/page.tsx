import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { cache } from 'react'
import { addressWith, canonical, isBeyond, parametersOf, type Search } from '@/app/(portal)/address'
import { asCitizen } from '@/app/(portal)/asCitizen'
import { MissingPage, missingMetadata } from '@/app/(portal)/MissingPage'
import { EntryItems, Pages } from '@/components/portal/EntryList'
import { SearchForm } from '@/components/portal/SearchForm'
import { sharedTexts } from '@/i18n/shared'
import { themeTexts } from '@/i18n/themes'
import { listEntries, pageSize } from '@/reading/listEntries'
import { readThemes } from '@/reading/themes'

type Props = { params: Promise<{ key: string }>; searchParams: Search }

/** Read once for the page and its title. */
const themesNow = cache(async () => {
  const { reader, language } = await asCitizen()
  return { reader, language, themes: await readThemes(reader) }
})

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const [{ key }, { page }, { themes }] = await Promise.all([
    ...([params, parametersOf(searchParams), themesNow()] as const),
  ])
  const theme = themes.find((one) => one.key === key)
  if (!theme) return missingMetadata()
  return { title: theme.name, ...canonical(addressWith(`/themes/${key}`, { page })) }
}

/** The answers of one theme, whichever unit gives them, the last approved first. */
export default async function ThemePage({ params, searchParams }: Props) {
  const [{ key }, { page }, { reader, language, themes }] = await Promise.all([
    ...([params, parametersOf(searchParams), themesNow()] as const),
  ])
  const theme = themes.find((one) => one.key === key)
  if (!theme) return <MissingPage />
  const list = await listEntries(reader, { theme: key, page })
  const others = themes.filter((one) => one.count > 0 || one === theme)
  const path = `/themes/${key}`
  const last = Math.ceil(list.total / pageSize)
  if (isBeyond(page, last)) redirect(addressWith(path, { page: last }))
  const [texts, shared] = [themeTexts[language], sharedTexts[language]]
  return (
    <div className="wide unit themes">
      <nav className="crumbs" aria-label={shared.home}>
        <a href="/">{shared.home}</a>
      </nav>
      <h1 lang="zh-CN">{theme.name}</h1>
      <SearchForm
        language={language}
        within={{ by: 'theme', value: theme.key, name: theme.name }}
      />
      <nav aria-label={texts.all}>
        <ul className="chips">
          {others.map(({ key: other, name, count }) => (
            <li key={other}>
              <a href={`/themes/${other}`} aria-current={other === key ? 'page' : undefined}>
                <span lang="zh-CN">{name}</span> <span className="count">{count}</span>
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <h2 className="hidden">{texts.entries(list.total)}</h2>
      {list.entries.length > 0 ? (
        <EntryItems entries={list.entries} language={language} />
      ) : (
        <p className="quiet">
          {texts.none} {texts.instead}
        </p>
      )}
      <Pages
        language={language}
        page={page}
        last={last}
        addressOf={(to) => addressWith(path, { page: to })}
      />
    </div>
  )
}
