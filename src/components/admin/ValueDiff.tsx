'use client'

import { FieldDiffContainer, useTranslation } from '@payloadcms/ui'
import type { ClientField, FieldDiffClientProps } from 'payload'
import type { AdminTexts } from '@/i18n/adminTexts'
import { useTexts } from './useTexts'

/** A switch or a list of words in two versions, where Payload 3.90 would print `true` and JSON. */
export function ValueDiff(props: FieldDiffClientProps<ClientField>) {
  const { comparisonValue, versionValue, field, locale, nestingLevel } = props
  const { texts } = useTexts()
  const { i18n } = useTranslation()
  return (
    <FieldDiffContainer
      From={<p>{shown(comparisonValue, texts)}</p>}
      To={<p>{shown(versionValue, texts)}</p>}
      i18n={i18n}
      label={{ label: 'label' in field ? field.label : undefined, locale }}
      nestingLevel={nestingLevel}
    />
  )
}

function shown(value: unknown, texts: AdminTexts): string {
  if (typeof value === 'boolean') return value ? texts.yes : texts.no
  if (Array.isArray(value) && value.length > 0) return value.join('、')
  return texts.empty
}
