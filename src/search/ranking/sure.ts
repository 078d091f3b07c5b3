import { isToldBeside } from '../text/figures/figure'
import { bareWithFigures } from '../text/figures/figuresIn'
import { likenessTo, polarityTo } from './factors'
import type { Question } from './plan'
import type { Scored } from './score'

/** Measured in bench/sure: of ten answers said to be sure, at least nine are, and the tenth is close. */
const HELD = 0.85
const LIKE = 0.8
const CLEARLY = 1.25
/** Among so many the likest must stand first. */
const COMPARED = 5
/** What is shorter is a key word beside the questions: it names a matter and asks nothing. */
const SHORTEST_QUESTION = 6

/**
 * The entry that is the answer itself, null where it is not sure: what was typed is its question or its number and no
 * other's; or one whole sentence asks what its title or another of its questions asks, in other words, holds what was
 * asked for, and stands clearly before the next. `best` is everything that was found, best first.
 */
export function sureAnswer(best: readonly Scored[], questions: readonly Question[]): Scored | null {
  const [first, second] = best
  const [question] = questions
  if (!first || !question) return null
  // Of a story nobody knows which of its sentences is the question.
  if (questions.length > 1) return null
  if (first.isExact && isMeant(first, question)) return second?.isExact ? null : first
  const others = best.slice(0, COMPARED)
  const [own = 0, ...rest] = likenessTo(question.asked.plain, others.map(questionsIn))
  const isLikest = rest.every((likeness) => likeness < own)
  const isClear = !second || first.score >= CLEARLY * second.score
  const isSure = own >= LIKE && first.held >= HELD && isLikest && isClear
  return isSure && polarityTo(question.asked.polarity)(first) >= 1 ? first : null
}

/** Was a whole question typed, or a number that is one thing, and no word that stands among others for the matter? */
function isMeant(first: Scored, { asked }: Question): boolean {
  if (asked.onlyFigure !== null) return !isToldBeside(asked.onlyFigure)
  return bareWithFigures(first.title) === asked.plain || asked.plain.length >= SHORTEST_QUESTION
}

/** The title and what else is asked for the same, letters and digits alone. */
const questionsIn = ({ title, names }: Scored): string[] => [
  bareWithFigures(title),
  ...names
    .split('\n')
    .map(bareWithFigures)
    .filter((name) => name.length >= SHORTEST_QUESTION),
]
