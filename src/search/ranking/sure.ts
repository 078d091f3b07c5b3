import { isToldBeside } from '../text/figures/figure'
import { bareWithFigures } from '../text/figures/figuresIn'
import { questionOf, tellingWords } from '../text/nearness'
import { likenessTo, polarityTo } from './factors'
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
 * nothing that one of them says and the other does not, and it stands clearly before the next. `best` is what was
 * found, best first.
 */
export function sureAnswer(best: readonly Scored[], questions: readonly Question[]): Scored | null {
  const [first, second] = best
  const [question] = questions
  // Of a story nobody knows which of its sentences is the question.
  if (!first || !question || questions.length > 1) return null
  const asked = questionsIn(first)
  if (first.isExact && isMeant(question, asked)) return second?.isExact ? null : first
  const isClear = !second || first.score >= CLEARLY * second.score
  const isSure = isClear && waysOf(question).some((way) => isSame(way, asked) && isLike(way, best))
  return isSure && polarityTo(question.asked.polarity)(first) >= 1 ? first : null
}

/** Was a number typed that is one thing, or a whole question, and no key word, which names a matter and asks nothing? */
function isMeant(
  { asked: { onlyFigure, plain } }: Question,
  questions: readonly string[],
): boolean {
  if (onlyFigure !== null) return !isToldBeside(onlyFigure)
  return questions.some((each) => bareWithFigures(each) === plain)
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

function isLike(way: string, best: readonly Scored[]): boolean {
  const compared = best.slice(0, COMPARED).map((each) => questionsIn(each).map(bareWithFigures))
  const [own = 0] = likenessTo(bareWithFigures(way), compared)
  return own >= LIKE
}

/** Does one of these say all that was asked, and nothing more? */
function isSame(way: string, questions: readonly string[]): boolean {
  const told = tellingIn(way)
  return questions.some(
    (each) =>
      told.every((word) => each.includes(word)) &&
      tellingIn(each).every((word) => word.length === 1 || way.includes(word)),
  )
}

const asWritten = { withOneName: (text: string) => text }

const tellingIn = (text: string): string[] => tellingWords(questionOf(text, asWritten))

/** A key word beside the questions asks nothing: it has no word of asking. */
const isAsking = (text: string): boolean =>
  [...questionOf(text, asWritten).words.values()].some((weight) => weight < 1)

/** The title and what else of an entry asks. */
const questionsIn = ({ title, names }: Scored): string[] => [
  title,
  ...names.split('\n').slice(0, MOST_QUESTIONS).filter(isAsking),
]
