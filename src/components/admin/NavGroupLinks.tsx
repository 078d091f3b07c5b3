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
  const current = currentOf(links, pathname, search)
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

/** Pages may share an address and differ in what its query narrows the list to. */
function currentOf(links: Props['links'], pathname: string, search: URLSearchParams) {
  const here = links.flatMap((link) => {
    const [path = '', query = ''] = link.href.split('?')
    const isHere = path === '/admin' ? pathname === path : pathname.startsWith(path)
    return isHere ? [{ link, query: [...new URLSearchParams(query)] }] : []
  })
  const narrows = (name: string) => name !== 'sort'
  const exact = here.find(({ query }) => {
    const asked = query.filter(([name]) => narrows(name))
    return asked.length > 0 && asked.every(([name, value]) => search.get(name) === value)
  })
  const plain = here.find(({ query }) => query.length === 0)
  return (exact ?? plain ?? here[0])?.link
}
