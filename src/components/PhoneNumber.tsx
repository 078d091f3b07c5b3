import { Fragment } from 'react'

const dialled = /(\+?\d[\d\s-]{3,}\d)/

/** A phone field as written, its numbers ready to dial. */
export function PhoneNumber({ phone }: { phone: string }) {
  return phone.split(dialled).map((part, index) =>
    dialled.test(part) ? (
      <a key={index} href={`tel:${part.replace(/[^\d+]/g, '')}`}>
        {part}
      </a>
    ) : (
      <Fragment key={index}>{part}</Fragment>
    ),
  )
}
