'use client'

import type { DefaultCellComponentProps } from 'payload'
import { auditActions, type AuditAction } from '@/i18n/auditActions'
import { useTexts } from './useTexts'

/** 事项 of the audit log, in words. */
export function AuditActionCell({ cellData, rowData }: DefaultCellComponentProps) {
  const { language } = useTexts()
  const action = String(cellData) as AuditAction
  return (
    <a href={`/admin/collections/audit/${String(rowData.id)}`}>
      {auditActions[action]?.[language] ?? action}
    </a>
  )
}
