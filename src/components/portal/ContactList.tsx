import { browsingTexts } from '@/i18n/browsing'
import type { Language } from '@/i18n/language'
import { portalTexts } from '@/i18n/portal'
import { sharedTexts } from '@/i18n/shared'
import type { Group, Listed } from '@/reading/directory'
import { PhoneNumber } from './PhoneNumber'
import { isFound } from './findable'

type Props = { groups: readonly Group[]; words: readonly string[]; language: Language }

/** 通讯录: every unit in the tree's order, those not asked for hidden, so that typing may bring them back. */
export function ContactList({ groups, words, language }: Props) {
  const texts = portalTexts[language]
  return groups.map(({ kind, county, units }) => {
    const isNone = !units.some(({ findable }) => isFound(findable, words))
    return (
      <section key={county?.id ?? kind} data-group="" hidden={isNone} className="contacts-group">
        <h2>{county ? <span lang="zh-CN">{county.name}</span> : texts[kind]}</h2>
        <ul className="contacts">
          {units.map((unit) => (
            <li key={unit.id} data-find={unit.findable} hidden={!isFound(unit.findable, words)}>
              <UnitContact unit={unit} language={language} />
            </li>
          ))}
        </ul>
      </section>
    )
  })
}

type UnitProps = { unit: Listed; language: Language }

function UnitContact({ unit: { id, name, contact }, language }: UnitProps) {
  const shared = sharedTexts[language]
  return (
    <>
      <h3>
        <a href={`/units/${id}`} lang="zh-CN">
          {name}
        </a>
      </h3>
      <p className="contact-phone">
        {contact?.phone ? (
          <PhoneNumber phone={contact.phone} />
        ) : (
          <>
            {browsingTexts[language].notPublished} <a href="tel:12345">12345</a>
          </>
        )}
      </p>
      {contact?.address && (
        <p>
          <span className="contact-label">{shared.address}</span>{' '}
          <span lang="zh-CN">{contact.address}</span>
        </p>
      )}
      {contact?.hours && (
        <p>
          <span className="contact-label">{shared.hours}</span>{' '}
          <span lang="zh-CN">{contact.hours}</span>
        </p>
      )}
    </>
  )
}
