import type { Metadata } from 'next'
import { canonical, parametersOf, type Search } from '@/app/(portal)/address'
import { asCitizen } from '@/app/(portal)/asCitizen'
import { pageLanguage } from '@/app/visitor'
import { ContactList } from '@/components/portal/ContactList'
import { Island } from '@/components/portal/Island'
import { isFound, wordsTyped } from '@/components/portal/findable'
import { browsingTexts } from '@/i18n/browsing'
import { readDirectory } from '@/reading/directory'

type Props = { searchParams: Search }

export async function generateMetadata(): Promise<Metadata> {
  const texts = browsingTexts[await pageLanguage()]
  return { title: texts.contacts, description: texts.contactsLead, ...canonical('/contacts') }
}

/** 通讯录 of all units, as their entries that are open to citizens say. */
export default async function ContactsPage({ searchParams }: Props) {
  const [{ reader, language }, { words }] = await Promise.all([
    asCitizen(),
    parametersOf(searchParams),
  ])
  const groups = await readDirectory(reader)
  const typed = wordsTyped(words)
  const units = groups.flatMap((group) => group.units)
  const found = units.filter(({ findable }) => isFound(findable, typed)).length
  const texts = browsingTexts[language]
  return (
    <div className="wide results">
      <h1>{texts.contacts}</h1>
      <p className="quiet lead">{texts.contactsLead}</p>
      {units.length === 0 ? (
        <p className="quiet">{texts.noUnits}</p>
      ) : (
        <>
          <Island of="ContactFinder" {...{ language, words, found }} />
          <ContactList groups={groups} words={typed} language={language} />
        </>
      )}
    </div>
  )
}
