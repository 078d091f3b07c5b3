'use client'

import type { DefaultCellComponentProps } from 'payload'
import { momentOf } from './dates'

/** A moment in the city's time, wherever the reader's computer thinks it is. */
export const MomentCell = ({ cellData }: DefaultCellComponentProps) => (
  <time dateTime={String(cellData)}>{momentOf(cellData as string | null)}</time>
)
