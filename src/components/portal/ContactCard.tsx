import { PhoneNumber } from '@/components/PhoneNumber'
import type { Language } from '@/i18n/language'
import { portalTexts } from '@/i18n/portal'
import { sharedTexts } from '@/i18n/shared'
import type { Contact } from '@/reading/readContact'

type Props = { contact: Contact | null; language: Language }

/** How to reach a unit, as its approved entries say. */
export function ContactCard({ contact, language }: Props) {
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
