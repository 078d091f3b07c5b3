import { useCallback, useState, type RefObject } from 'react'
import { flushSync } from 'react-dom'
import { deskCallTexts } from '@/i18n/deskCall'
import type { Language } from '@/i18n/language'
import type { Entry } from '@/reading/readEntry'
import type { TreeUnit } from '@/reading/readTree'
import { districtId } from './CallBar'
import { districtNamed } from './districtChosen'
import { noteTold, noteUntold, noteWritten, type Call, type Told } from './calls'
import type { useCalls } from './useCalls'
import type { Copied } from './useCopying'
import type { Say } from './useSaid'

type Given = {
  language: Language
  units: readonly TreeUnit[]
  calls: ReturnType<typeof useCalls>
  box: RefObject<HTMLInputElement | null>
  say: Say
}

/** What an agent does on a call: takes it, says where the caller is, notes what was told, ends it. */
export function useOnCall({ language, units, calls, box, say }: Given) {
  const texts = deskCallTexts[language]
  const [ended, setEnded] = useState<Call['id'] | null>(null)
  const { call, note, noteOn } = calls
  const on = call?.id ?? null
  // To end one that one came back to is asked for anew.
  if (ended !== null && ended !== on) setEnded(null)
  const ending = call !== null && call.id === ended ? call : null
  const askToEnd = () => {
    if (call) setEnded(call.id)
  }
  // What has its answer later is noted on the call it was done on.
  const onTold = useCallback(
    (told: Told, entry: Entry) => noteOn(on, (now) => noteTold(now, entry, told)),
    [noteOn, on],
  )
  const onWritten = useCallback(
    (text: string) => noteOn(on, (now) => noteWritten(now, text)),
    [noteOn, on],
  )
  const onCopied = useCallback(
    (copied: Copied, entry: Entry, text: string) => {
      // A block of it is read to the caller like the whole.
      onTold(typeof copied === 'object' ? 'answer' : copied, entry)
      // Of a three-way call the result is still to be added: it stands by itself.
      if (copied === 'call') onWritten(text)
    },
    [onTold, onWritten],
  )
  const onUsed = useCallback((entry: Entry) => onTold('used', entry), [onTold])
  const onTakenBack = useCallback(
    ({ number }: Entry) => noteOn(on, (now) => noteUntold(now, number, 'used')),
    [noteOn, on],
  )
  const toDistrict = () => document.getElementById(districtId)?.focus()
  const answer = () => calls.begin({})
  return {
    ...{ onUsed, onTakenBack, onCopied, onWritten, askToEnd, answer },
    chooseDistrict: (district: string, isOver: boolean) => {
      note((now) => ({ ...now, district }))
      if (!isOver) return
      const name = districtNamed(units, district)
      say(name ? texts.districtChosen(name) : texts.districtLeft)
      box.current?.focus()
    },
    /** What the dialog at the end of a call is given; null while none ends. */
    ending: ending && {
      call: ending,
      onStay: () => setEnded(null),
      onEnd: (isCopied: boolean) => {
        // First: a dialog that closes gives the focus back.
        flushSync(() => setEnded(null))
        calls.endCall(ending.id)
        say(isCopied ? texts.ended : texts.endedWithout)
      },
    },
    acts: {
      F2: answer,
      F4: calls.turnOn,
      F8: call ? toDistrict : null,
      F9: call && !ending ? askToEnd : null,
    },
  }
}
