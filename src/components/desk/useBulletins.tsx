'use client'

import {
  createContext,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useState,
  type ReactNode,
} from 'react'
import { isOver } from '@/access/bulletins'
import { bulletinTexts } from '@/i18n/bulletins'
import type { Language } from '@/i18n/language'
import type { ShownBulletin } from '@/reading/bulletins'
import { ask } from './ask'
import { listenToDesk } from './listenToDesk'

/** A browser waits no longer; in milliseconds. */
const longestTimer = 2 ** 31 - 1

type Bulletins = {
  language: Language
  all: readonly ShownBulletin[]
  /** Was it refused to say what stands there, because the session has ended? */
  isExpired: boolean
  /** 已阅 of one of them; what came of it, in words. */
  confirm: (bulletin: ShownBulletin) => Promise<string>
}

const Context = createContext<Bulletins>({
  ...{ language: 'zh', all: [], isExpired: false, confirm: () => Promise.resolve('') },
})

type ProviderProps = {
  language: Language
  /** As the page came with them. */
  first: readonly ShownBulletin[]
  children: ReactNode
}

/** What stands on top of a desk, for all its parts, kept as it is now. */
export function BulletinsProvider({ language, first, children }: ProviderProps) {
  const [all, setAll] = useState(first)
  const [isExpired, setIsExpired] = useState(false)
  useEffect(() => {
    const told = (bulletins: readonly ShownBulletin[]) => {
      setAll(bulletins)
      setIsExpired(false)
    }
    const expired = () => {
      setAll([])
      setIsExpired(true)
    }
    return listenToDesk(told, expired)
  }, [])
  // Where nothing answers, nobody tells that one has ended.
  useEffect(() => {
    const now = Date.now()
    const ends = all.map(({ until }) => (until ? Date.parse(until) : 0)).filter((at) => at > now)
    if (ends.length === 0) return
    const take = () => setAll((now) => now.filter(({ until }) => !isOver(until, Date.now())))
    const timer = setTimeout(take, Math.min(Math.min(...ends) - now, longestTimer))
    return () => clearTimeout(timer)
  }, [all])
  const confirm = useCallback(
    async ({ id, title }: ShownBulletin) => {
      const texts = bulletinTexts[language]
      const path = `/api/desk/bulletins/${encodeURIComponent(id)}/confirm`
      const answer = await ask(path, new AbortController().signal, {})
      if ('failure' in answer) {
        // It has just ended; the stream says so in a moment, where there is one.
        if (answer.failure === 'gone') setAll((now) => now.filter((one) => one.id !== id))
        return texts.notConfirmed[answer.failure]
      }
      setAll((now) => now.map((one) => (one.id === id ? { ...one, isRead: true } : one)))
      return texts.confirmed(title)
    },
    [language],
  )
  const value = useMemo(
    () => ({ language, all, isExpired, confirm }),
    [language, all, isExpired, confirm],
  )
  return <Context value={value}>{children}</Context>
}

export const useBulletins = (): Bulletins => useContext(Context)

/** 已阅 of the first that is unread, as its key does; null where there is none. */
export function useConfirmNext(say: (words: string) => void): (() => void) | null {
  const { all, confirm } = useBulletins()
  const next = all.find(({ isRead }) => !isRead)
  return next ? () => void confirm(next).then(say) : null
}
