import { useSyncExternalStore } from 'react'

const never = () => () => {}

/** Does the page answer yet? What works with JavaScript alone is shown from then on. */
export const useIsAlive = (): boolean =>
  useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
