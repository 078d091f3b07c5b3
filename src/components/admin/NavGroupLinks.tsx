'use client'

import { Link } from '@payloadcms/ui'
import { usePathname, useSearchParams } from 'next/navigation'
import { useId } from 'react'
import { pageAt } from './pagesOf'

type Props = { name?: string; links: { key: string; href: string; name: string }[] }

/** One group of the side menu; the page one is on is marked. */
export function NavGroupLinks({ name, links }: Props) {
  const pathname = usePathname()
  const search = useSearchParams()
  const id = useId()
  const current = pageAt(links, pathname, search)
  return (
    <div className="zk-nav__group">
      {name && <p id={id}>{name}</p>}
      <ul aria-labelledby={name ? id : undefined}>
        {links.map((link) => (
          <li key={link.key}>
            <Link
              href={link.href}
              prefetch={false}
              aria-current={link === current ? 'page' : undefined}
            >
              {link.name}
            </Link>
          </li>
        ))}
      </ul>
    </div>
  )
}
