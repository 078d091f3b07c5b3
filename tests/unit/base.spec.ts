import { afterEach, describe, expect, it, jest } from '@jest/globals'
import type { ElementType } from 'react'
import { basePath, placed } from '../../scripts/basePath.mjs'

/** As it is loaded by a site that begins at this path. */
async function below(path: string) {
  process.env.NEXT_BASE_PATH = path
  jest.resetModules()
  return { ...(await import('@/base')), ...(await import('@/jsx/jsx-runtime')) }
}
afterEach(() => {
  delete process.env.NEXT_BASE_PATH
})

describe('a site below a path of its host', () => {
  it.each([
    [undefined, ''],
    ['https://city.gov.cn', ''],
    ['https://city.gov.cn/', ''],
    ['https://city.gov.cn/zhiku/', '/zhiku'],
    ['https://city.gov.cn/a/zhiku', '/a/zhiku'],
    ['no address', ''],
  ])('begins where %s says', (url, path) => {
    expect(basePath(url)).toBe(path)
  })

  it.each([
    ['/', '/zhiku/'],
    ['/e/ZS000001?a=1#b', '/zhiku/e/ZS000001?a=1#b'],
    ['/zhiku', '/zhiku'],
    ['/zhiku/e/ZS000001', '/zhiku/e/ZS000001'],
    ['/zhiku?q=1', '/zhiku?q=1'],
    ['/zhikuang', '/zhiku/zhikuang'],
    ['//elsewhere.cn/a', '//elsewhere.cn/a'],
    ['https://elsewhere.cn/a', 'https://elsewhere.cn/a'],
    ['#part', '#part'],
    ['tel:12345', 'tel:12345'],
  ])('is asked for %s at %s', async (path, placed) => {
    const { at } = await below('/zhiku')
    expect(at(path)).toBe(placed)
  })

  it.each([
    ['/', '/zhiku'],
    ['/?q=1', '/zhiku?q=1'],
    ['/admin/login', '/zhiku/admin/login'],
    ['*', '*'],
  ])('has its pages asked for %s at %s', (path, asked) => {
    expect(placed(path, '/zhiku')).toBe(asked)
    expect(placed(path, '')).toBe(path)
  })

  it.each([
    ['/zhiku/desk?q=1', '/desk?q=1'],
    ['/zhiku', '/'],
    ['/zhiku?q=1', '/?q=1'],
    ['/desk', '/desk'],
    ['/zhikuang', '/zhikuang'],
    ['//elsewhere.cn/zhiku', '/desk'],
    ['/zhiku//elsewhere.cn', '/desk'],
    ['/.//elsewhere.cn', '/desk'],
    ['/a/..//elsewhere.cn', '/desk'],
  ])('leads whoever signed in from %s to %s, placed once', async (to, path) => {
    await below('/zhiku')
    const { localPath } = await import('@/app/(portal)/address')
    expect(localPath(to, '/desk')).toBe(path)
  })

  it('has each link, picture and form of a page below it, and those within a text', async () => {
    const { jsx } = await below('/zhiku')
    const of = (type: ElementType, props: object) => jsx(type, props, undefined).props
    expect(of('a', { href: '/e/1' })).toEqual({ href: '/zhiku/e/1' })
    expect(of('img', { src: '/files/1', alt: '/a' })).toEqual({ src: '/zhiku/files/1', alt: '/a' })
    expect(of('form', { action: '/search' })).toEqual({ action: '/zhiku/search' })
    expect(of('button', { formAction: '/search' })).toEqual({ formAction: '/zhiku/search' })
    const __html = '<a href="/e/1">/e/1</a><img src="/files/1"><a href="https://b.cn/">b</a>'
    expect(of('div', { dangerouslySetInnerHTML: { __html } })).toEqual({
      dangerouslySetInnerHTML: {
        __html:
          '<a href="/zhiku/e/1">/e/1</a><img src="/zhiku/files/1"><a href="https://b.cn/">b</a>',
      },
    })
  })

  it('leaves to a component what was written, which places it itself, but for pictures', async () => {
    const { jsx } = await below('/zhiku')
    const [Link, Image] = [() => null, () => null]
    const of = (type: ElementType, props: object) => jsx(type, props, undefined).props
    expect(of(Link, { href: '/e/1' })).toEqual({ href: '/e/1' })
    expect(of(Image, { src: '/files/1' })).toEqual({ src: '/zhiku/files/1' })
    expect(of(Image, { src: 'data:image/png;base64,AA' })).toEqual({
      src: 'data:image/png;base64,AA',
    })
  })

  it('that begins at its host changes nothing', async () => {
    const { at, atIn } = await below('')
    expect(at('/e/1')).toBe('/e/1')
    expect(atIn('<a href="/e/1">')).toBe('<a href="/e/1">')
  })
})
