import { createElement, type ComponentType } from 'react'
import { hydrateRoot } from 'react-dom/client'
import { islands } from './islands'

/** All that a citizens' page runs: each of its islands is made alive where it stands. Bundled by scripts/islands.mjs. */
for (const island of document.querySelectorAll<HTMLElement>('[data-island]')) {
  const { island: name, given = '{}' } = island.dataset
  const Component = islands[name as keyof typeof islands] as ComponentType<object>
  hydrateRoot(island, createElement(Component, JSON.parse(given) as object))
  tellTyped(island)
}

/** On a slow phone somebody has typed before. */
function tellTyped(island: HTMLElement): void {
  const fields = island.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('input, textarea')
  for (const field of fields)
    if (field.value !== field.defaultValue)
      field.dispatchEvent(new Event('input', { bubbles: true }))
}
