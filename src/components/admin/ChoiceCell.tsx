'use client'

import type { DefaultCellComponentProps } from 'payload'
import { useTexts } from './useTexts'

/** 公开 / 不公开, or not chosen yet, in a list. */
export function ChoiceCell({ cellData }: DefaultCellComponentProps) {
  const { texts } = useTexts()
  if (cellData === true) return <span>{texts.yes}</span>
  return <span className="zk-soft">{cellData === false ? texts.no : texts.notChosen}</span>
}
