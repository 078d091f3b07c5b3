'use client'

import { Link } from '@payloadcms/ui'
import { usePathname, useSearchParams } from 'next/navigation'
import { useId } from 'react'

type Props = { name?: string; links: { key: string; href: string; name: string }[] }

/** One group of the side menu; the page one is on is marked. */
export function NavGroupLinks({ name, links }: Props) {
  const pathname = usePathname()
  const search = useSearchParams()
  const id = useId()
  const isWaiting = search.get('state') === 'pending'
  const current = currentOf(links, pathname, isWaiting)
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

/** Two pages may share an address; the one for what waits has a query. */
function currentOf(links: Props['links'], pathname: string, isWaiting: boolean) {
  const here = links.filter(({ href }) => {
    const [path = ''] = href.split('?')
    return path === '/admin' ? pathname === path : pathname.startsWith(path)
  })
  return here.find(({ href }) => href.includes('?') === isWaiting) ?? here[0]
}
