'use client'

import { useEffect } from 'react'
import { writingTexts } from '@/i18n/writing'
import { useTexts } from '../useTexts'
import { focusable } from './focusField'

/**
 * Payload 3.90 draws a field of several elements (a list to choose from, several words, a text) without a name
 * for those who hear the page, and its label, when it is pressed, leads nowhere: here each is named by its
 * label and the label puts the caret into it.
 */
export function useNames(): void {
  const { language } = useTexts()
  useEffect(() => {
    const name = () => nameAll(writingTexts[language].heading)
    const watch = new MutationObserver(name)
    watch.observe(document.body, { childList: true, subtree: true })
    name()
    document.addEventListener('click', focusByLabel)
    return () => {
      watch.disconnect()
      document.removeEventListener('click', focusByLabel)
    }
  }, [language])
}

const unnamed =
  ':is(input:not([type=hidden]), textarea, [contenteditable=true]):not([aria-labelledby], [aria-label])'

function nameAll(heading: string): void {
  for (const label of document.querySelectorAll<HTMLElement>('.field-type label.field-label')) {
    const box = label.closest('.field-type')
    for (const field of box?.querySelectorAll<HTMLElement>(unnamed) ?? []) {
      const hasLabel = 'labels' in field && (field as HTMLInputElement).labels?.length
      if (hasLabel || field.closest('.field-type') !== box) continue
      label.id ||= `name-${crypto.randomUUID()}`
      field.setAttribute('aria-labelledby', label.id)
      field.removeAttribute('title')
    }
  }
  // Arrows of a list that nobody hears of are nothing to stop at either; the list opens by its own keys.
  for (const arrow of document.querySelectorAll('.rs__indicators [aria-hidden=true]')) {
    if (arrow.getAttribute('tabindex') !== '-1') arrow.setAttribute('tabindex', '-1')
  }
  // Title and tabs stand outside of the page’s main part.
  const header = document.querySelector('.doc-header:not([role])')
  header?.setAttribute('role', 'region')
  header?.setAttribute('aria-label', heading)
}

function focusByLabel(event: MouseEvent): void {
  const label = event.target instanceof Element ? event.target.closest('label') : null
  if (!label || label.control) return
  const box = label.closest('.field-type')
  const target = box?.querySelector(focusable)
  if (target instanceof HTMLElement) target.focus()
}
