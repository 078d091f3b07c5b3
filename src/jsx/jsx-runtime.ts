import type { ElementType } from 'react'
import * as react from 'react/jsx-runtime'
import { placed } from './elements'

export type { JSX } from 'react/jsx-runtime'
export { Fragment } from 'react/jsx-runtime'

/** React's own, each element's addresses placed (tsconfig.json names this folder as where JSX comes from). */
export const jsx: typeof react.jsx = (type: ElementType, props, key) =>
  react.jsx(type, placed(type, props as Record<string, unknown>), key)

export const jsxs: typeof react.jsxs = (type: ElementType, props, key) =>
  react.jsxs(type, placed(type, props as Record<string, unknown>), key)
