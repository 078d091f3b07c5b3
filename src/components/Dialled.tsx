import { phoneParts } from './phoneLinks'

type Props = {
  words: string
  /** It is about nothing else, so that every number counts. */
  isAboutPhones?: boolean
}

/** A text whose telephone numbers dial. */
export const Dialled = ({ words, isAboutPhones }: Props) =>
  phoneParts(words, isAboutPhones).map(({ words, dials }, at) =>
    dials ? (
      <a key={at} href={`tel:${dials}`}>
        {words}
      </a>
    ) : (
      words
    ),
  )
