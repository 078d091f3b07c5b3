import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { cache } from 'react'
import { isDistrict } from '@/access/districts'
import { addressWith, isBeyond, parametersOf, canonical, type Search } from '@/app/(portal)/address'
import { asCitizen } from '@/app/(portal)/asCitizen'
import { categoryName } from '@/components/entryWords'
import { PhoneNumber } from '@/components/portal/PhoneNumber'
import { StructuredData, unitData } from '@/components/portal/StructuredData'
import { EntryItems, Pages } from '@/components/portal/EntryList'
import { MissingPage, missingMetadata } from '@/app/(portal)/MissingPage'
import { env } from '@/env'
import { HotspotList } from '@/components/portal/HotspotList'
import { SearchForm } from '@/components/portal/SearchForm'
import { UnitList } from '@/components/portal/UnitDirectory'
import { browsingTexts } from '@/i18n/browsing'
import type { Language } from '@/i18n/language'
import { portalTexts } from '@/i18n/portal'
import { sharedTexts } from '@/i18n/shared'
import { notePage } from '@/front/pages/notePage'
import { countyHotspots } from '@/reading/countyHotspots'
import type { EntrySummary } from '@/reading/entrySummary'
import { hotspots, type Hotspot } from '@/reading/hotspots'
import { listEntries, pageSize } from '@/reading/listEntries'
import { readContact, type Contact } from '@/reading/readContact'
import { readTree, findUnit, type TreeCategory, type TreeUnit } from '@/reading/readTree'

type Props = { params: Promise<{ id: string }>; searchParams: Search }

/** Read once for the page and its title. */
const unitOf = cache(async (id: string) => {
  const { reader, language } = await asCitizen()
  return { unit: findUnit(await readTree(reader), id), reader, language }
})

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { unit, language } = await unitOf((await params).id)
  if (!unit) return missingMetadata()
  const { category, page } = await parametersOf(searchParams)
  const address = addressWith(`/units/${unit.id}`, { category, page })
  const { alternates } = canonical(address)
  const feed = addressWith('/updates.xml', { unit: unit.id, category })
  return {
    title: unit.name,
    description: browsingTexts[language].unitDescription(unit.name, unit.count),
    alternates: { ...alternates, types: { 'application/rss+xml': env.site + feed } },
  }
}

export default async function UnitPage({ params, searchParams }: Props) {
  const { unit, reader, language } = await unitOf((await params).id)
  if (!unit) return <MissingPage />
  const { category, page } = await parametersOf(searchParams)
  const isFront = isDistrict(unit) && !category && page === 1
  const [contact, list, marked, hot] = await Promise.all([
    readContact(reader, unit.id),
    listEntries(reader, { unit: unit.id, category, page }),
    isFront ? countyHotspots(reader, unit.id) : [],
    isFront ? hotspotsOf(unit.id) : [],
  ])
  const texts = portalTexts[language]
  const shared = sharedTexts[language]
  const path = `/units/${unit.id}`
  const last = Math.ceil(list.total / pageSize)
  if (isBeyond(page, last)) redirect(addressWith(path, { category, page: last }))
  return (
    <div className="wide unit">
      <StructuredData data={unitData({ ...unit, contact }, env.site)} />
      <nav className="crumbs" aria-label={shared.home}>
        <a href="/">{shared.home}</a>
      </nav>
      <h1 lang="zh-CN">{unit.name}</h1>
      {unit.kind !== 'region' && contact?.phone && (
        <p className="unit-phone">
          {shared.phone} <PhoneNumber phone={contact.phone} />
        </p>
      )}
      <div className="unit-columns">
        <div>
          <SearchForm
            language={language}
            within={{ by: 'unit', value: unit.id, name: unit.name }}
          />
          <ul className="chips">
            <li>
              <a href={path} aria-current={category ? undefined : 'true'}>
                {texts.all} <span className="count">{unit.count}</span>
              </a>
            </li>
            {chipsOf(unit, category).map(({ key, name, count }) => (
              <li key={key}>
                <a
                  href={addressWith(path, { category: key })}
                  aria-current={key === category ? 'true' : undefined}
                >
                  {categoryName({ key, name }, language)} <span className="count">{count}</span>
                </a>
              </li>
            ))}
          </ul>
          <CountyHotspots entries={marked} language={language} />
          <HotspotList hotspots={hot} language={language} district={unit.name} />
          <h2 className={marked.length + hot.length > 0 ? undefined : 'hidden'}>
            {texts.unitEntries}
          </h2>
          {list.entries.length > 0 ? (
            <EntryItems entries={list.entries} language={language} />
          ) : (
            <p className="quiet">{texts.noneHere}</p>
          )}
          <Pages
            language={language}
            page={page}
            last={last}
            addressOf={(to) => addressWith(path, { category, page: to })}
          />
        </div>
        <aside>
          {unit.kind !== 'region' && <ContactCard contact={contact} language={language} />}
          {unit.units.length > 0 && (
            <section className="card">
              <h2>{texts.byUnit}</h2>
              <UnitList units={unit.units} language={language} />
            </section>
          )}
        </aside>
      </div>
    </div>
  )
}

/** What is read and used for matters of this district; without it the page is still what citizens come for. */
async function hotspotsOf(district: string): Promise<Hotspot[]> {
  const { reader, person: session, client } = await asCitizen()
  try {
    const hot = await hotspots(reader, { district })
    notePage({ ...reader, session, client }, { list: 'hotspots', district, entries: hot })
    return hot
  } catch (error) {
    reader.payload.logger.error({ err: error, msg: 'The hotspots could not be read.' })
    notePage({ ...reader, session, client }, { passing: true })
    return []
  }
}

/**
 * By which a unit's answers are narrowed, as far as that leads to some; a county, which has no categories, by the
 * hotspots of what lies below it.
 */
function chipsOf({ categories, hotspots }: TreeUnit, asked?: string): Omit<TreeCategory, 'id'>[] {
  const filled = categories.filter(({ key, count }) => count > 0 || key === asked)
  return hotspots ? [...filled, { key: 'hotspots', name: '', count: hotspots }] : filled
}

type HotspotsProps = { entries: readonly EntrySummary[]; language: Language }

/** What townships marked for their county's page. */
function CountyHotspots({ entries, language }: HotspotsProps) {
  if (entries.length === 0) return null
  return (
    <section aria-labelledby="county-hotspots">
      <h2 id="county-hotspots">{portalTexts[language].countyHotspots}</h2>
      <EntryItems entries={entries} language={language} />
    </section>
  )
}

type ContactProps = { contact: Contact | null; language: Language }

/** How to reach a unit, as its approved entries say. */
function ContactCard({ contact, language }: ContactProps) {
  const shared = sharedTexts[language]
  const texts = portalTexts[language]
  return (
    <section className="card">
      <h2>{texts.contact}</h2>
      {contact ? (
        <dl className="facts">
          {contact.phone && (
            <div className="phone">
              <dt>{shared.phone}</dt>
              <dd>
                <PhoneNumber phone={contact.phone} />
              </dd>
            </div>
          )}
          {contact.address && (
            <div>
              <dt>{shared.address}</dt>
              <dd lang="zh-CN">{contact.address}</dd>
            </div>
          )}
          {contact.hours && (
            <div>
              <dt>{shared.hours}</dt>
              <dd lang="zh-CN">{contact.hours}</dd>
            </div>
          )}
        </dl>
      ) : (
        <p className="quiet">{texts.noContact}</p>
      )}
    </section>
  )
}
