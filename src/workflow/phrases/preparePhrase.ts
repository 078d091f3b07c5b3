import type { PayloadRequest } from 'payload'
import {
  placesOfPhrase,
  situations,
  situationsByWords,
  wordsOfPhrase,
  type Situation,
} from '@/access/phrases'
import { phraseRefusals, situationNames } from '@/i18n/phrases'
import { whoAsks } from '../audit/append'
import { personalNumbers } from '../findings/personalNumbers'
import { Refused } from '../Refused'

type Sent = { situation?: unknown; text?: unknown; words?: unknown; order?: unknown }

/**
 * What is stored of a phrase: its text trimmed, its words each once, and who changed it. Throws Refused that says what
 * is wrong: a number of a person, or words that lead nowhere.
 */
export function preparePhrase(req: PayloadRequest, sent: Sent) {
  const situation = situations.find((known) => known === sent.situation)
  // What is missing, or no situation, is what the fields themselves refuse.
  if (!situation || typeof sent.text !== 'string') return Promise.resolve({})
  const text = sent.text.trim()
  const words = situationsByWords.includes(situation) ? checkedWords(sent.words) : []
  if ([text, ...words].some((each) => personalNumbers(each).length > 0))
    refuseField('text', (texts) => texts.personal)
  const order = typeof sent.order === 'number' ? sent.order : placesOfPhrase.first
  return Promise.resolve({ text, words, ...knownOf({ situation, text, order }), ...whoAsks(req) })
}

type Placed = { situation: Situation; text: string; order: number }

/** What lists and the log call a phrase, when it is said and what, and where it stands among all. */
export const knownOf = ({ situation, text, order }: Placed) => ({
  order,
  title: `${situationNames[situation].zh}：${text.replace(/\s+/g, '')}`,
  rank: situations.indexOf(situation) * (placesOfPhrase.last + 1) + order,
})

function checkedWords(given: unknown): string[] {
  const words = Array.isArray(given) ? given.map((word) => String(word).trim()) : []
  const once = [...new Set(words.filter((word) => word !== ''))]
  const { most, shortest, longest } = wordsOfPhrase
  if (once.length === 0) refuseField('words', (texts) => texts.noWords)
  if (once.length > most) refuseField('words', (texts) => texts.tooMany(most))
  const wrong = once.find((word) => word.length < shortest || word.length > longest)
  if (wrong) refuseField('words', (texts) => texts.wordLength(wrong, shortest, longest))
  return once
}

type Texts = typeof phraseRefusals.zh

function refuseField(field: string, say: (texts: Texts) => string): never {
  const { zh, en } = phraseRefusals
  throw new Refused('invalid', { fields: [field], detail: { zh: say(zh), en: say(en) } })
}
