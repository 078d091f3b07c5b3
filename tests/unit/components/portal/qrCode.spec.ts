import { describe, expect, test } from '@jest/globals'
import { renderToStaticMarkup } from 'react-dom/server'
import { encode } from 'uqr'
import { QrCode } from '@/components/portal/QrCode'

/** The dark cells that a path of runs draws, row by row. */
function drawn(svg: string): string[] {
  const runs = svg.matchAll(/M(\d+) (\d+)h(\d+)v1h-\3z/g)
  return [...runs].flatMap(([, x, y, n]) =>
    Array.from({ length: Number(n) }, (_, at) => `${Number(x) + at} ${y}`),
  )
}

describe('the QR code of an address', () => {
  test('draws each dark cell once and no other, with a quiet zone of four, and says what it is', () => {
    const text = 'https://zhiku.example.gov.cn/e/ZS000123'
    const svg = renderToStaticMarkup(QrCode({ text, label: '二维码' }))
    const { data } = encode(text, { ecc: 'M', border: 4 })
    const dark = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`${x} ${y}`] : [])))
    expect(drawn(svg)).toEqual(dark)
    expect(data.slice(0, 4).flat().includes(true)).toBe(false)
    expect(svg).toContain('role="img" aria-label="二维码"')
  })
})
