import { encode } from 'uqr'

type Props = { text: string; label: string }

/** A text as a QR code: one path, drawn on the server. */
export function QrCode({ text, label }: Props) {
  const { path, size } = codeOf(text)
  return (
    <svg className="qr" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label}>
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" shapeRendering="crispEdges" />
    </svg>
  )
}

type Code = { path: string; size: number }

/** Drawing one is a fifteenth of what a page costs, and the address of an answer never changes. */
const drawn = new Map<string, Code>()

function codeOf(text: string): Code {
  const known = drawn.get(text)
  if (known) return known
  const { data, size } = encode(text, { ecc: 'M', border: 4 })
  const rows = data.map((row, y) =>
    runsOf(row)
      .map(([x, n]) => `M${x} ${y}h${n}v1h-${n}z`)
      .join(''),
  )
  const code = { path: rows.join(''), size }
  if (drawn.size >= 1_000) drawn.clear()
  drawn.set(text, code)
  return code
}

/** Where something dark begins in a row, and how long it is. */
function runsOf(row: readonly boolean[]): [number, number][] {
  const runs: [number, number][] = []
  row.forEach((isDark, x) => {
    const last = runs.at(-1)
    if (isDark && last && last[0] + last[1] === x) last[1] += 1
    else if (isDark) runs.push([x, 1])
  })
  return runs
}
