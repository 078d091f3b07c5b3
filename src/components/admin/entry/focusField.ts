export const focusable =
  'input:not([type=hidden]), textarea, select, [contenteditable=true], button'

/** Shows a field of the form and puts the caret into it; for `alt` the first picture without its words. */
export function focusField(name: string): void {
  const place =
    name === 'alt' ? document.querySelector('.zk-picture input[aria-invalid=true]') : placeOf(name)
  const target = place?.matches(focusable) ? place : place?.querySelector(focusable)
  if (!(target instanceof HTMLElement)) return
  target.scrollIntoView({ block: 'center' })
  target.focus({ preventScroll: true })
}

/** Fields of our own carry their name beside Payload’s ids. */
const placeOf = (name: string): Element | null =>
  document.getElementById(`field-${name.replaceAll('.', '__')}`) ??
  document.querySelector(`[data-field="${name}"]`)
