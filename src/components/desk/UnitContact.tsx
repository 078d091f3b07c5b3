import { useEffect, useState } from 'react'
import { PhoneNumber } from '@/components/portal/PhoneNumber'
import { deskEntryTexts } from '@/i18n/deskEntry'
import type { Language } from '@/i18n/language'
import { sharedTexts } from '@/i18n/shared'
import type { EntrySummary } from '@/reading/entrySummary'
import type { Contact } from '@/reading/readContact'
import { ask } from './ask'

type Found = { contact: Contact | null; entries: EntrySummary[] }

type Props = {
  language: Language
  unit: { id: string; name: string }
  onOpen: (number: string) => void
  onCopy: (text: string, said: string) => void
  onClose: () => void
}

/** 联络方式 and 办公地址 of a unit, without leaving what is open. */
export function UnitContact({ language, unit, onOpen, onCopy, onClose }: Props) {
  const texts = deskEntryTexts[language]
  const shared = sharedTexts[language]
  const found = useFound(unit.id)
  const contact = found !== 'failed' && found?.contact
  const lines = contact
    ? ([
        [shared.phone, contact.phone],
        [shared.address, contact.address],
        [shared.hours, contact.hours],
      ] as const)
    : []
  const copy = () => {
    const said = lines.flatMap(([label, value]) => (value ? [`${label}：${value}`] : []))
    onCopy([unit.name, ...said].join('\n'), texts.copiedContact(unit.name))
  }
  return (
    <section className="unit-contact" aria-label={texts.contactOf(unit.name)}>
      <p>
        <strong lang="zh-CN">{texts.contactOf(unit.name)}</strong>
      </p>
      {found === 'failed' && <p role="alert">{texts.contactFailed}</p>}
      {found && found !== 'failed' && !contact && <p role="status">{texts.noContact}</p>}
      {contact && (
        <dl>
          {lines.map(
            ([label, value]) =>
              value && (
                <div key={label}>
                  <dt>{label}</dt>
                  <dd lang="zh-CN">
                    {label === shared.phone ? <PhoneNumber phone={value} /> : value}
                  </dd>
                </div>
              ),
          )}
        </dl>
      )}
      <p className="unit-contact__end">
        {contact && (
          <button type="button" className="desk-copy" onClick={copy}>
            {texts.copyContact}
          </button>
        )}
        {found &&
          found !== 'failed' &&
          found.entries.map(({ number, title }) => (
            <button type="button" className="plain" key={number} onClick={() => onOpen(number)}>
              <span lang="zh-CN">{title}</span>
            </button>
          ))}
        <button type="button" className="plain" onClick={onClose}>
          {texts.close}
        </button>
      </p>
    </section>
  )
}

/** Null while it is asked for. */
function useFound(unit: string): Found | 'failed' | null {
  const [found, setFound] = useState<{ unit: string; found: Found | 'failed' } | null>(null)
  useEffect(() => {
    const control = new AbortController()
    ask<Found>(`/api/units/${encodeURIComponent(unit)}/contact`, control.signal)
      .then((answer) => {
        if (control.signal.aborted) return
        setFound({ unit, found: 'data' in answer ? answer.data : 'failed' })
      })
      .catch(() => undefined)
    return () => control.abort()
  }, [unit])
  return found?.unit === unit ? found.found : null
}
