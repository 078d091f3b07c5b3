import type { ElementType } from 'react'
import * as react from 'react/jsx-dev-runtime'
import { placed } from './elements'

export type { JSX } from 'react/jsx-runtime'
export { Fragment } from 'react/jsx-dev-runtime'

/** The same for `npm run dev`. */
export const jsxDEV: typeof react.jsxDEV = (type: ElementType, props, ...more) =>
  react.jsxDEV(type, placed(type, props as Record<string, unknown>), ...more)
