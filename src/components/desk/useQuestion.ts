import { useEffect, useRef, useState, type RefObject } from 'react'
import { noFilters, type Question } from './deskQuestion'

/**
 * What is asked now. Filters belong to their question: emptying the box, or writing over all that stood in
 * it, asks another one over everything. Who wants them for the next chooses them first, while the box is empty.
 */
export function useQuestion(kept: Question, box: RefObject<HTMLInputElement | null>) {
  const [question, setQuestion] = useState(kept)
  const writing = useWriting(box)
  return {
    question,
    type: (words: string) => {
      const isAnother = writing.isOverAll() || (words.trim() === '' && !writing.isComposing())
      setQuestion((now) => ({ ...now, ...(isAnother ? noFilters : {}), words }))
    },
    narrow: (part: Partial<Question>) => setQuestion((now) => ({ ...now, ...part })),
    /** A part of the tree, with nothing asked yet. */
    pick: (part: Partial<Question>) => setQuestion({ ...noFilters, words: '', ...part }),
  }
}

/** How what is typed comes into the box: an input method writes its half-made words over and over. */
function useWriting(box: RefObject<HTMLInputElement | null>) {
  const isComposing = useRef(false)
  const isOverAll = useRef(false)
  useEffect(() => {
    const input = box.current
    if (!input) return
    const look = () => {
      const { selectionStart, selectionEnd, value } = input
      isOverAll.current = value !== '' && selectionStart === 0 && selectionEnd === value.length
    }
    const before = (event: InputEvent) => {
      if (!event.isComposing) look()
    }
    const begin = () => {
      isComposing.current = true
      look()
    }
    const end = () => {
      isComposing.current = false
    }
    input.addEventListener('beforeinput', before)
    input.addEventListener('compositionstart', begin)
    input.addEventListener('compositionend', end)
    return () => {
      input.removeEventListener('beforeinput', before)
      input.removeEventListener('compositionstart', begin)
      input.removeEventListener('compositionend', end)
    }
  }, [box])
  return {
    isComposing: () => isComposing.current,
    /** Was all that stood in the box written over? Asked once for each writing. */
    isOverAll: () => {
      const was = isOverAll.current
      isOverAll.current = false
      return was
    },
  }
}
