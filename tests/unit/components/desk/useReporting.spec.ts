import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals'
import { emptyQuestion, noHits } from '@/components/desk/deskQuestion'
import type { Entry } from '@/reading/readEntry'
import { doing, openWindow, show } from './inBrowser'

const window = openWindow()
const { createElement, Fragment } = await import('react')
const { doHeld } = await import('@/components/desk/held')
const { forgetUnsent, forgetWriting } = await import('@/components/desk/unsentReports')
const { DeskBanners } = await import('@/components/desk/DeskBanners')
const { useReporting } = await import('@/components/desk/useReporting')

const entry = { number: 'ZS000001', title: '怎么办？' } as Entry
let sent: string[] = []
let status = 200
let reports: ReturnType<typeof useReporting>

beforeEach(() => {
  jest.useFakeTimers()
  sent = []
  status = 200
  forgetUnsent()
  forgetWriting()
  globalThis.fetch = jest.fn((_, init?: RequestInit) => {
    sent.push(String(init?.body))
    const tasks = [{ id: 't', number: 'RW1', isNew: true }]
    return Promise.resolve(
      Response.json(status === 200 ? { tasks } : { detail: '太长' }, { status }),
    )
  })
  Reflect.set(globalThis, 'FormData', window.FormData)
})
afterEach(() => {
  jest.useRealTimers()
})

function Desk({ isClosed }: { isClosed: boolean }) {
  reports = useReporting({
    ...{ language: 'zh', units: [], entry, found: noHits(emptyQuestion), isClosed },
    ...{ person: { id: 'p', mayReport: true }, question: { words: '补贴', district: 'd1' } },
    ...{ say: () => undefined, offer: () => undefined },
  })
  const { unsent } = reports
  const nothing = { isLost: false, isDegraded: false, address: '/desk', onRetry: () => undefined }
  const banners = createElement(DeskBanners, {
    language: 'zh',
    isExpired: false,
    unsent,
    ...nothing,
  })
  const box = createElement('input', { id: 'desk-box' })
  return createElement(Fragment, null, banners, box, reports.dialog)
}
const openDesk = (isClosed = false) => show(() => createElement(Desk, { isClosed }))

const field = () => document.querySelector<HTMLTextAreaElement>('[name=sentence]')
const banner = () => document.querySelector<HTMLElement>('.desk-banner button')
const later = () => doing(() => jest.advanceTimersByTimeAsync(11_000))

async function tell(sentence: string) {
  await doing(() => reports.correction?.())
  const area = field()
  if (area) area.value = sentence
  await doing(() => document.querySelector<HTMLElement>('[type=submit]')?.click())
}

describe('what somebody tells of', () => {
  it('is of the district that the desk knows', async () => {
    await openDesk()
    await doing(() => reports.gap?.())
    await doing(() => document.querySelector<HTMLElement>('[type=submit]')?.click())
    await later()
    expect(JSON.parse(sent[0] ?? '')).toMatchObject({ query: '补贴', district: 'd1' })
  })

  it('is all kept where it is refused, and opens nothing by itself', async () => {
    await openDesk()
    status = 400
    await tell('窗口搬走了。')
    await tell('电话换了。')
    await doing(() => reports.gap?.())
    await later()
    expect(sent).toHaveLength(2)
    expect(document.querySelectorAll('dialog')).toHaveLength(1)
    expect(field()).toBeNull()
    expect(document.body.textContent).toContain('2 条上报没有成功')
    await doing(() => document.querySelector<HTMLElement>('dialog .plain')?.click())
    await doing(() => banner()?.click())
    expect(field()?.value).toBe('窗口搬走了。')
    expect(document.querySelector('dialog [role=alert]')?.textContent).toBe('太长')
    status = 200
    await doing(() => document.querySelector<HTMLElement>('[type=submit]')?.click())
    await later()
    expect(document.body.textContent).toContain('1 条上报没有成功')
  })

  it('stays as it is written by now where it was refused and is closed, until it is given up', async () => {
    await openDesk()
    status = 400
    await tell('窗口搬走了。')
    await later()
    await doing(() => banner()?.click())
    const area = field()
    if (area) area.value = '窗口搬到二楼。'
    await doing(() => area?.dispatchEvent(new Event('input', { bubbles: true })))
    await doing(() =>
      document.querySelector('dialog')?.dispatchEvent(new Event('cancel', { cancelable: true })),
    )
    expect(field()).toBeNull()
    expect(document.activeElement?.id).toBe('desk-box')
    await doing(() => banner()?.click())
    expect(field()?.value).toBe('窗口搬到二楼。')
    await doing(() => document.querySelector<HTMLElement>('.desk-report__discard')?.click())
    expect(field()).toBeNull()
    expect(banner()).toBeNull()
  })

  it('is sent before somebody signs out', async () => {
    await openDesk()
    await tell('窗口搬走了。')
    await doing(doHeld)
    expect(sent).toHaveLength(1)
  })

  it('is there again after a new sign-in where the session had ended', async () => {
    const again = await openDesk()
    status = 401
    await tell('窗口搬走了。')
    await later()
    await doing(() => banner()?.click())
    expect(field()?.value).toBe('窗口搬走了。')
    expect(document.querySelector('dialog [role=alert]')?.textContent).toContain('没有上报成功')
    await again()
    expect(window.sessionStorage.getItem('zhiku-reports')).toContain('窗口搬走了。')
  })

  it('is there as far as it was written where the page was left amid it, until it is put away', async () => {
    await openDesk()
    await doing(() => reports.correction?.())
    const area = field()
    if (area) area.value = '窗口搬'
    await doing(() => area?.dispatchEvent(new Event('input', { bubbles: true })))
    expect(window.sessionStorage.getItem('zhiku-report')).toContain('窗口搬')
    document.body.replaceChildren()
    await openDesk()
    expect(field()?.value).toBe('窗口搬')
    await doing(() => document.querySelector<HTMLElement>('dialog .plain')?.click())
    expect(window.sessionStorage.getItem('zhiku-report')).toBeNull()
  })

  it('is sent by Ctrl+Enter from a field of several lines', async () => {
    await openDesk()
    await doing(() => reports.correction?.())
    const area = field()
    if (area) area.value = '窗口搬走了。'
    const press = (ctrlKey: boolean) =>
      doing(() =>
        area?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', ctrlKey, bubbles: true })),
      )
    await press(false)
    expect(field()).not.toBeNull()
    await press(true)
    await later()
    expect(JSON.parse(sent[0] ?? '')).toMatchObject({ sentence: '窗口搬走了。' })
  })

  it('is kept where the page is left while nothing is taken: the session has ended, or the server is out of reach', async () => {
    await openDesk(true)
    await tell('窗口搬走了。')
    await doing(() => window.dispatchEvent(new window.Event('pagehide')))
    expect(sent).toEqual([])
    expect(window.sessionStorage.getItem('zhiku-reports')).toContain('窗口搬走了。')
  })
})
