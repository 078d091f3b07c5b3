'use client'

import { Link, useNav, useWindowInfo } from '@payloadcms/ui'
import { usePathname, useSearchParams } from 'next/navigation'
import { useEffect, useEffectEvent, useId, useMemo, useRef } from 'react'
import { flushSync } from 'react-dom'
import { listTexts } from '@/i18n/lists'
import { pageAt } from './pagesOf'
import { useTexts } from './useTexts'

type Props = { name?: string; links: { key: string; href: string; name: string }[] }

/** One group of the side menu; the page one is on is marked. */
export function NavGroupLinks({ name, links }: Props) {
  const pathname = usePathname()
  const search = useSearchParams()
  const id = useId()
  const current = pageAt(links, pathname, search)
  return (
    <div className="zk-nav__group">
      {name && <p id={id}>{name}</p>}
      <ul aria-labelledby={name ? id : undefined}>
        {links.map((link) => (
          <li key={link.key}>
            <Link
              href={link.href}
              prefetch={false}
              aria-current={link === current ? 'page' : undefined}
            >
              {link.name}
            </Link>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** Payload 3.90 folds the side menu away up to 1440 px; office screens of 1200 px have room for it. */
const wide = 1200

/**
 * Leaves the side menu as it is where there is room, and gives Payload's landmark its name. Payload closes it whenever
 * it finds out how wide the window is; said and drawn in the same turn, it is not seen to move.
 */
export function OpenMenu({ name }: { name: string }) {
  const { navOpen, setNavOpen } = useNav()
  const { breakpoints } = useWindowInfo()
  const leaveAsItIs = useEffectEvent(() => {
    if (window.innerWidth >= wide) queueMicrotask(() => flushSync(() => setNavOpen(navOpen)))
  })
  useEffect(() => leaveAsItIs(), [breakpoints.l, breakpoints.m, breakpoints.s])
  const here = useRef<HTMLSpanElement>(null)
  useEffect(() => here.current?.closest('nav')?.setAttribute('aria-label', name), [name])
  return <span ref={here} hidden />
}

/** First on every page: past the side menu into what the page shows. */
export function SkipLink() {
  const { language } = useTexts()
  return (
    <button type="button" className="zk-skip" onClick={focusContent}>
      {listTexts[language].skip}
    </button>
  )
}

/** Payload's own pages have no main part; they begin where the header ends. */
function focusContent() {
  const content =
    document.querySelector('main') ?? document.querySelector<HTMLElement>('.template-default__wrap')
  if (!content) return
  content.tabIndex = -1
  content.focus()
}

/**
 * Payload 3.90 has a few names for those who hear the page in English only, without a word of its translations
 * to put in their place. Each of these is called by our own as soon as it is there; `names` must stay the same list.
 */
export function useOwnNames(names: readonly (readonly [theirs: string, own: string])[]): void {
  useEffect(() => {
    const rename = () => {
      for (const [name, own] of names) {
        // In English they may be the same: putting in what stands there would be noticed for ever.
        if (name === own) continue
        for (const element of document.querySelectorAll(`[aria-label="${name}"]`)) {
          element.setAttribute('aria-label', own)
        }
      }
    }
    rename()
    const watch = new MutationObserver(rename)
    watch.observe(document.body, {
      childList: true,
      subtree: true,
      attributeFilter: ['aria-label'],
    })
    return () => watch.disconnect()
  }, [names])
}

/** On every page of the admin: the short notices of what was done. */
export function ToastNames() {
  const { texts } = useTexts()
  const names = useMemo(
    () =>
      [
        ['Notifications alt+T', texts.toasts],
        ['Close toast', texts.closeToast],
      ] as const,
    [texts],
  )
  useOwnNames(names)
  return null
}
