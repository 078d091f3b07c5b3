import { afterEach, describe, expect, jest, test } from '@jest/globals'

const site = 'https://city.gov.cn'
const load = async (path: string) => {
  jest.resetModules()
  process.env.NEXT_BASE_PATH = path
  return (await import('@/app/robotsFile')).robotsOf(site + path)
}

describe('what robots are told', () => {
  const before = process.env.NEXT_BASE_PATH
  afterEach(() => {
    if (before === undefined) delete process.env.NEXT_BASE_PATH
    else process.env.NEXT_BASE_PATH = before
  })

  test.each([[''], ['/zhiku']])('stands below the path of the site: “%s”', async (path) => {
    const lines = (await load(path)).split('\n')
    for (const closed of [
      '/admin',
      '/api',
      '/desk',
      '/view/',
      '/language/',
      '/report',
      '/preview/',
    ])
      expect(lines).toContain(`Disallow: ${path}${closed}`)
    expect(lines).toContain(`Sitemap: https://city.gov.cn${path}/sitemap.xml`)
    expect(lines.filter((line) => line.startsWith('Disallow: /zhiku'))).toHaveLength(
      path === '' ? 0 : 12,
    )
  })
})
