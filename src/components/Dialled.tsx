import { phoneParts } from './phoneLinks'

/** A text whose telephone numbers dial. */
export const Dialled = ({ words }: { words: string }) =>
  phoneParts(words).map(({ words, dials }, at) =>
    dials ? (
      <a key={at} href={`tel:${dials}`}>
        {words}
      </a>
    ) : (
      words
    ),
  )
