import type { KeyboardEvent } from 'react'

/** The first character in the order of pinyin of each initial letter; i, u and v begin no syllable. */
const firsts = '阿八嚓哒妸发旮哈讥咔垃妈拿噢妑七呥扨它穵夕丫帀'
const letters = 'abcdefghjklmnopqrstwxyz'
const order = new Intl.Collator('zh-CN-u-co-pinyin')

/** 市住房公积金管理中心: szfgjjglzx. What is no Chinese character stands as it is. */
export function initialsOf(name: string): string {
  return [...name.trim()]
    .map((character) => {
      if (!/\p{Script=Han}/u.test(character)) return character.toLowerCase()
      const at = [...firsts].findLastIndex((first) => order.compare(first, character) <= 0)
      return letters[at] ?? ''
    })
    .join('')
}

/** What is typed sooner after each other in one list is one word; in milliseconds. */
const pause = 1_500
let typed: { list: HTMLSelectElement | null; letters: string; at: number } = {
  ...{ list: null, letters: '', at: 0 },
}

/**
 * Letters in a list of choices lead to the next one that has them as initials of its name: of a list in Chinese, where no
 * input method writes, the browser finds nothing by itself. Answers whether the key was one.
 */
export function chooseByInitials(event: KeyboardEvent<HTMLSelectElement>): boolean {
  const { key, ctrlKey, metaKey, altKey, timeStamp, currentTarget: list } = event
  if (!/^[a-z]$/i.test(key) || ctrlKey || metaKey || altKey) return false
  event.preventDefault()
  const isOn = typed.list === list && timeStamp - typed.at < pause
  typed = { list, letters: (isOn ? typed.letters : '') + key.toLowerCase(), at: timeStamp }
  const found = choiceOf(
    [...list.options].map(({ text }) => initialsOf(text)),
    typed.letters,
    list.selectedIndex,
  )
  const option = found < 0 ? undefined : list.options[found]
  if (option && option.index !== list.selectedIndex) {
    list.value = option.value
    list.dispatchEvent(new Event('change', { bubbles: true }))
  }
  return true
}

/** The one that begins with them before one that only has them; one letter goes on to the next. */
export function choiceOf(all: readonly string[], letters: string, now: number): number {
  const from = letters.length === 1 ? now + 1 : Math.max(now, 0)
  const places = all.map((_, n) => (from + n) % all.length)
  const by = (is: (initials: string) => boolean) => places.find((at) => is(all[at] ?? ''))
  return by((one) => one.startsWith(letters)) ?? by((one) => one.includes(letters)) ?? -1
}
