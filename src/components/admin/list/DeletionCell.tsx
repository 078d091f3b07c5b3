'use client'

import type { DefaultCellComponentProps } from 'payload'
import { listFlagNames } from '@/i18n/stepNames'
import { dayOf } from '../dates'
import { useTexts } from '../useTexts'

/** 删除状态: asked for, and since when. */
export function DeletionCell({ cellData }: DefaultCellComponentProps) {
  const { language } = useTexts()
  if (!cellData) return <span>—</span>
  return (
    <span>
      {listFlagNames.deletion[language]} <small>{dayOf(String(cellData))}</small>
    </span>
  )
}
