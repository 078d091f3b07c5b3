import { describe, expect, test } from '@jest/globals'
import { indexOf, pageOf } from '@/app/sitemapFiles'

const site = 'https://zhiku.example'

describe('the day a search engine is told an answer was changed', () => {
  test.each([
    ['the last second before midnight in Shanghai', '2026-11-21T15:59:59.999Z', '2026-11-21'],
    ['midnight in Shanghai', '2026-11-21T16:00:00.000Z', '2026-11-22'],
    ['midnight in Greenwich', '2026-11-22T00:00:00.000Z', '2026-11-22'],
    ['the turn of a year in Shanghai', '2026-12-31T16:00:00.000Z', '2027-01-01'],
    ['a leap day in Shanghai', '2028-02-28T16:30:00.000Z', '2028-02-29'],
  ])('is the day in Shanghai, at %s', (_, approvedAt, day) => {
    expect(pageOf(site, [{ number: 'ZS000001', approvedAt }])).toContain(
      `<url><loc>${site}/e/ZS000001</loc><lastmod>${day}</lastmod></url>`,
    )
  })

  test('is named only where there is one', () => {
    expect(pageOf(site, [])).not.toContain('lastmod')
    expect(indexOf(site, 2)).not.toContain('lastmod')
  })

  test('is told of no page that lists, which come first', () => {
    const file = pageOf(
      site,
      [{ number: 'ZS000001', approvedAt: '2026-11-21T16:00:00.000Z' }],
      [...['/', '/notices?kind=news&a=b']],
    )
    expect(file).toContain(
      `<url><loc>${site}/</loc></url><url><loc>${site}/notices?kind=news&amp;a=b</loc></url><url><loc>${site}/e/`,
    )
  })

  test('an index names the file of lists beside those of answers', () => {
    const files = [...indexOf(site, 2).matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, loc]) => loc)
    expect(files).toEqual(['lists', '1', '2'].map((page) => `${site}/sitemap.xml?page=${page}`))
  })
})
