'use client'

import type { DefaultCellComponentProps } from 'payload'
import { useTexts } from './useTexts'

/** 启用 / 停用 in the list of accounts. */
export function ActiveCell({ cellData }: DefaultCellComponentProps) {
  const { texts } = useTexts()
  return cellData ? (
    <span className="zk-state zk-state--approved">{texts.active}</span>
  ) : (
    <span className="zk-state zk-state--draft">{texts.inactive}</span>
  )
}
