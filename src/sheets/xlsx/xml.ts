import sax from 'sax'
import { damaged } from '../said'
import { encodingOf } from '../text/encodingOf'

export type Attributes = Readonly<Record<string, string | undefined>>

/** What is done with what is found; names come without their prefix. */
export type Handlers = {
  open?(name: string, attributes: Attributes): void
  text?(text: string): void
  close?(name: string): void
}

const local = (name: string) => name.slice(name.indexOf(':') + 1)

/**
 * Goes through a part of a workbook, and stops after each piece of it. No entity of its own is taken, nothing is
 * loaded from elsewhere.
 * @throws UnreadableSheet where it is not well-formed
 */
export async function* walkXml(
  pieces: AsyncIterable<Uint8Array>,
  { open, text, close }: Handlers,
): AsyncGenerator<void> {
  const parser = sax.parser(true, { position: false, strictEntities: true })
  // What it keeps is looked at after each piece, so that no text or attribute grows without bounds.
  parser.position = Infinity
  parser.onopentag = ({ name, attributes }) => open?.(local(name), attributes)
  parser.onclosetag = (name) => close?.(local(name))
  if (text) parser.ontext = parser.oncdata = text
  parser.onerror = () => {
    throw damaged()
  }
  let decoder: TextDecoder | null = null
  for await (const piece of pieces) {
    decoder ??= new TextDecoder(encodingOf(piece), { fatal: true })
    parser.write(decodedBy(decoder, piece))
    yield
  }
  parser.write(decodedBy(decoder ?? new TextDecoder()))
  parser.close()
  yield
}

function decodedBy(decoder: TextDecoder, piece?: Uint8Array): string {
  try {
    return decoder.decode(piece, { stream: piece !== undefined })
  } catch {
    throw damaged()
  }
}

/** Goes through all of it. */
export async function readXml(
  pieces: AsyncIterable<Uint8Array>,
  handlers: Handlers,
): Promise<void> {
  for await (const _piece of walkXml(pieces, handlers));
}
