import { isToldBeside } from '../text/figures/figure'
import { bareWithFigures } from '../text/figures/figuresIn'
import { questionOf, tellingWords } from '../text/nearness'
import type { SearchQuery } from '../types'
import { districtOf, likenessTo, polarityTo } from './factors'
import type { Question } from './plan'
import type { Scored } from './score'

/** Measured by bench/sure. */
const LIKE = 0.75
const CLEARLY = 1.25
/** What a character is worth is counted among so many. */
const COMPARED = 5
/** An entry may list hundreds of questions. */
const MOST_QUESTIONS = 20
/** Ways to say the same that are tried. */
const MOST_WAYS = 8

/**
 * The entry that is the answer itself, null where none is surely: what was typed is its question or its number and no
 * other's; or it is one sentence, and the entry's title or another of its questions asks the same in other words, with
 * nothing that one of them says and the other does not, and it stands clearly before the next. What another district
 * says is no answer to a caller of this one. `best` is what was found, best first.
 */
export function sureAnswer(
  best: readonly Scored[],
  questions: readonly Question[],
  query: Pick<SearchQuery, 'nearness'>,
): Scored | null {
  const [first, second] = best
  const [question] = questions
  // Of a story nobody knows which of its sentences is the question.
  if (!first || !question || questions.length > 1 || districtOf(first, query) < 1) return null
  if (first.isExact && isMeant(question, first)) return second?.isExact ? null : first
  const isClear = !second || first.score >= CLEARLY * second.score
  if (!isClear || polarityTo(question.asked.polarity)(first) < 1) return null
  const own = questionsIn(first)
  const ways = waysOf(question).filter((way) => isSame(way, own))
  if (ways.length === 0) return null
  const compared = [own, ...best.slice(1, COMPARED).map(questionsIn)].map((each) =>
    each.map(({ text }) => bareWithFigures(text)),
  )
  const isLike = (way: string) => (likenessTo(bareWithFigures(way), compared)[0] ?? 0) >= LIKE
  return ways.some(isLike) ? first : null
}

/** Was a number typed that is one thing, or a whole question, and no key word, which names a matter and asks nothing? */
function isMeant({ asked: { onlyFigure, plain } }: Question, { title, names }: Scored): boolean {
  if (onlyFigure !== null) return !isToldBeside(onlyFigure)
  const isTyped = (text: string) => bareWithFigures(text) === plain
  return isTyped(title) || linesOf(names).some((line) => isTyped(line) && apart(line).isAsking)
}

/** What was typed, and the same with another word for one of its words. */
function waysOf({ asked: { text }, terms }: Question): string[] {
  const others = terms.flatMap(({ word, forms, kind }) =>
    kind === 'figure' || !text.includes(word)
      ? []
      : forms.filter((form) => form !== word).map((form) => text.replaceAll(word, form)),
  )
  return [text, ...others.slice(0, MOST_WAYS)]
}

/** Does one of these say all that was asked, and nothing more? */
function isSame(way: string, questions: readonly Apart[]): boolean {
  const { telling } = apart(way)
  return questions.some(
    (each) =>
      telling.every((word) => each.text.includes(word)) &&
      each.telling.every((word) => word.length === 1 || way.includes(word)),
  )
}

/** A key word beside the questions asks nothing: it has no word of asking. */
type Apart = { text: string; telling: string[]; isAsking: boolean }

const asWritten = { withOneName: (text: string) => text }

function apart(text: string): Apart {
  const question = questionOf(text, asWritten)
  const isAsking = [...question.words.values()].some((weight) => weight < 1)
  return { text, telling: tellingWords(question), isAsking }
}

const linesOf = (names: string): string[] => names.split('\n').slice(0, MOST_QUESTIONS)

/** The title and what else of an entry asks. */
const questionsIn = ({ title, names }: Scored): Apart[] => [
  apart(title),
  ...linesOf(names)
    .map(apart)
    .filter(({ isAsking }) => isAsking),
]
