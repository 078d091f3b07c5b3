/** How much lies in one buffer, in bytes. */
const block = 2 ** 20

/** The texts of a workbook that several cells may share: a million as bytes, out of the way of the garbage collector. */
export type Texts = { add(text: string): void; at(index: number): string | null }

export function createTexts(): Texts {
  const blocks: Buffer[] = []
  const places: { from: number[]; length: number[]; in: number[] } = {
    from: [],
    length: [],
    in: [],
  }
  let used = block
  return {
    add: (text) => {
      const length = Buffer.byteLength(text)
      if (used + length > (blocks.at(-1)?.length ?? 0)) {
        blocks.push(Buffer.allocUnsafeSlow(Math.max(block, length)))
        used = 0
      }
      blocks.at(-1)?.write(text, used)
      places.in.push(blocks.length - 1)
      places.from.push(used)
      places.length.push(length)
      used += length
    },
    at: (index) => {
      const from = places.from[index]
      if (from === undefined) return null
      const [where = 0, length = 0] = [places.in[index], places.length[index]]
      return blocks[where]?.toString('utf8', from, from + length) ?? null
    },
  }
}
