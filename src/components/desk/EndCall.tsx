import { useId, useRef, useState, type ChangeEvent, type FormEvent } from 'react'
import { useModal } from '@/components/useModal'
import { deskCallTexts } from '@/i18n/deskCall'
import type { Language } from '@/i18n/language'
import { recordOf } from './callNote'
import { isUsed, type Call, type Seen } from './calls'
import { copyText } from './copyText'

type Props = {
  language: Language
  call: Call
  onStay: () => void
  /** @param isCopied whether its record was copied */
  onEnd: (isCopied: boolean) => void
}

/** 结束: the record of the call, of what is ticked; nothing of the call is left once it has ended. */
export function EndCall({ language, call, onStay, onEnd }: Props) {
  const texts = deskCallTexts[language]
  const modal = useModal(onStay)
  const area = useRef<HTMLTextAreaElement>(null)
  const id = useId()
  /** What somebody ticked or took off; all else is as it was marked, be it while one is here. */
  const [ticks, setTicks] = useState<Readonly<Record<string, boolean>>>({})
  const [isRefused, setIsRefused] = useState(false)
  const tick = (key: string) => (event: ChangeEvent<HTMLInputElement>) => {
    const { checked } = event.target
    setTicks((now) => ({ ...now, [key]: checked }))
  }
  const isTold = (seen: Seen) => seen.answer !== '' && (ticks[seen.number] ?? isUsed(seen))
  const isKept = (note: string) => ticks[note] ?? true
  const record = recordOf(call.seen.filter(isTold), call.notes.filter(isKept))

  async function finish(event: FormEvent) {
    event.preventDefault()
    if (await copyText(record)) return onEnd(true)
    setIsRefused(true)
    area.current?.focus()
    area.current?.select()
  }

  return (
    <dialog {...modal} className="desk-report desk-ending" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{texts.ending}</h2>
      <form onSubmit={(event) => void finish(event)}>
        <fieldset>
          <legend>{texts.choose}</legend>
          {call.seen.length === 0 && <p className="quiet">{texts.noneSeen}</p>}
          {call.seen.map((seen) => (
            <label key={seen.number}>
              <input
                type="checkbox"
                disabled={seen.answer === ''}
                checked={isTold(seen)}
                onChange={tick(seen.number)}
              />
              <span>
                <span lang="zh-CN">{seen.title}</span>{' '}
                <small>
                  {seen.number} · {texts.revision(seen.revision)}
                </small>
              </span>
            </label>
          ))}
        </fieldset>
        {call.notes.length > 0 && (
          <fieldset>
            <legend>{texts.otherNotes}</legend>
            {call.notes.map((note) => (
              <label key={note}>
                <input type="checkbox" checked={isKept(note)} onChange={tick(note)} />
                <span lang="zh-CN">{note}</span>
              </label>
            ))}
          </fieldset>
        )}
        {record ? (
          <label>
            {texts.note}
            <textarea ref={area} readOnly rows={6} lang="zh-CN" value={record} />
          </label>
        ) : (
          <p className="quiet">{texts.noNote}</p>
        )}
        {isRefused && (
          <p className="warning" role="alert">
            {texts.notCopied}
          </p>
        )}
        <p className="desk-report__end">
          <button type="button" className="plain" onClick={onStay}>
            {texts.stay}
          </button>
          <button
            type="button"
            className="desk-copy"
            data-usual={record ? undefined : ''}
            onClick={() => onEnd(false)}
          >
            {texts.endWithout}
          </button>
          {record && (
            <button type="submit" className="button" data-usual="">
              {texts.copyAndEnd}
            </button>
          )}
        </p>
      </form>
    </dialog>
  )
}
