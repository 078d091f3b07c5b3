import { createElement } from 'react'

/** What Next answers from its own memory at its fastest: a page that asks nothing. */
export default function Page() {
  return createElement('h1', null, '知库')
}
