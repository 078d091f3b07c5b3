import { Fragment } from 'react'

const dialled = /(\+?\d[\d\s-]{3,}\d|\b1(?:10|19|20|22)\b)/
const between = /[;\uff1b\n]+/

/** A phone field as written, a line for each number it gives, ready to dial. */
export function PhoneNumber({ phone }: { phone: string }) {
  return phone
    .split(between)
    .filter((line) => line.trim() !== '')
    .map((line) => (
      <span key={line} className="phone-line" lang="zh-CN">
        {line.split(dialled).map((part, index) =>
          dialled.test(part) ? (
            <a key={index} href={`tel:${part.replace(/[^\d+]/g, '')}`}>
              {part}
            </a>
          ) : (
            <Fragment key={index}>{part}</Fragment>
          ),
        )}
      </span>
    ))
}
