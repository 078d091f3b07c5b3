import {
  useState,
  useCallback,
  useEffect,
  useRef,
  type InputHTMLAttributes,
  type KeyboardEvent,
  type Ref,
} from 'react'
import { at } from '@/base'
import { askingTexts } from '@/i18n/asking'
import type { Language } from '@/i18n/language'
import type { EntrySuggestion, SuggestAnswer } from '@/reading/suggest'

type Props = Omit<InputHTMLAttributes<HTMLInputElement>, 'onChange'> & {
  id: string
  language: Language
  box?: Ref<HTMLInputElement>
  /** The address of the API that suggests to this reader. */
  from: string
  /** Filters that suggestions keep to, as a query. */
  filters?: string
  value: string
  onChange: (words: string) => void
  /** A suggestion was chosen, by key or by hand. */
  onChosen: (words: string) => void
}

/**
 * A box that suggests while one types: the combobox of the ARIA practices. Enter without a chosen suggestion
 * does what it does in any box; without JavaScript it is one.
 */
export function SuggestBox(props: Props) {
  const { id, language, box, from, filters = '', value, onChange, onChosen, ...input } = props
  const texts = askingTexts[language]
  const { suggestions, ask, forget } = useSuggestions(from, filters)
  // By its words: what comes in later may stand in another order.
  const [chosen, setChosen] = useState<string | null>(null)
  const active = suggestions.findIndex(({ text }) => text === chosen)
  const isOpen = suggestions.length > 0
  const optionId = (at: number) => `${id}-suggestion-${at}`

  const type = (words: string) => {
    setChosen(null)
    ask(words)
  }
  const close = () => {
    setChosen(null)
    forget()
  }
  const choose = (words: string) => {
    close()
    onChosen(words)
  }
  const pressed = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    // What the suggestions take is theirs: the page's own keys do not see it.
    const take = () => {
      event.preventDefault()
      // React listens at the document as they do; its own `stopPropagation` ends behind both.
      event.nativeEvent.stopImmediatePropagation()
    }
    if (event.key === 'Enter') {
      if (active >= 0) take()
      if (active >= 0 && chosen) choose(chosen)
      else close()
    } else if (event.key === 'Escape') {
      // Browsers empty a search field with it: what was typed is the caller's question.
      event.preventDefault()
      if (isOpen) take()
      close()
    } else if (isOpen && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
      take()
      const next = stepFrom(active, event.key === 'ArrowDown' ? 1 : -1, suggestions.length)
      setChosen(suggestions[next]?.text ?? null)
    }
  }

  return (
    <div className="suggesting">
      <input
        {...input}
        id={id}
        ref={box}
        type="search"
        role="combobox"
        aria-expanded={isOpen}
        aria-autocomplete="list"
        aria-controls={isOpen ? `${id}-suggestions` : undefined}
        aria-activedescendant={active >= 0 ? optionId(active) : undefined}
        autoComplete="off"
        value={value}
        onChange={(event) => {
          onChange(event.target.value)
          // Half a syllable of an input method is nobody's question, and the arrows are the method's.
          if (!(event.nativeEvent as InputEvent).isComposing) type(event.target.value)
        }}
        onCompositionEnd={(event) => type(event.currentTarget.value)}
        onKeyDown={pressed}
        onBlur={close}
      />
      {isOpen && (
        <ul id={`${id}-suggestions`} role="listbox" aria-label={texts.suggestions}>
          {suggestions.map(({ text, kind }, at) => (
            <li
              key={text}
              id={optionId(at)}
              role="option"
              aria-selected={at === active}
              // The box keeps the focus.
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => choose(text)}
            >
              <span lang="zh-CN">{text}</span>
              {kind !== 'title' && (
                <small>{kind === 'query' ? texts.popular : texts.alsoAsked}</small>
              )}
            </li>
          ))}
        </ul>
      )}
      <span className="hidden" role="status">
        {isOpen ? texts.suggested(suggestions.length) : ''}
      </span>
    </div>
  )
}

/** Along the suggestions and through the box itself, which is -1. */
const stepFrom = (active: number, step: number, count: number): number =>
  ((active + 1 + step + count + 1) % (count + 1)) - 1

/** Whoever types on is not interrupted, in milliseconds. */
const typingPause = 120

const none: EntrySuggestion[] = []

/**
 * What may complete the words in the box: asked after a pause of typing; an answer that was overtaken is
 * dropped, and one that does not come leaves the box as it is.
 */
function useSuggestions(from: string, filters: string) {
  const [suggestions, setSuggestions] = useState(none)
  const waiting = useRef<ReturnType<typeof setTimeout>>(undefined)
  const running = useRef<AbortController>(undefined)

  const stop = useCallback(() => {
    clearTimeout(waiting.current)
    running.current?.abort()
  }, [])
  useEffect(() => stop, [stop])

  const forget = useCallback(() => {
    stop()
    setSuggestions(none)
  }, [stop])

  const ask = useCallback(
    (typed: string) => {
      stop()
      const words = typed.trim()
      if (words === '') {
        setSuggestions(none)
        return
      }
      const control = new AbortController()
      running.current = control
      const load = async () => {
        const query = new URLSearchParams(filters)
        query.set('q', words)
        const answer = await suggestionsAt(`${from}?${query.toString()}`, control.signal)
        if (!control.signal.aborted) setSuggestions(answer.filter(({ text }) => text !== words))
      }
      waiting.current = setTimeout(() => void load(), typingPause)
    },
    [from, filters, stop],
  )

  return { suggestions, ask, forget }
}

async function suggestionsAt(address: string, signal: AbortSignal): Promise<EntrySuggestion[]> {
  try {
    const answer = await fetch(at(address), { signal })
    return answer.ok ? ((await answer.json()) as SuggestAnswer).suggestions : none
  } catch {
    return none
  }
}
