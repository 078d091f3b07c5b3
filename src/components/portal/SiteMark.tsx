type Props = {
  /** What the site is called, and its emblem where it has one of its own. */
  site: { name: string; longName: string; emblem?: string | null }
  href?: string
}

/** Mark and name; leads home. */
export function SiteMark({ site, href = '/' }: Props) {
  return (
    <a className="site-mark" href={href}>
      {site.emblem ? <Emblem src={site.emblem} /> : <Book />}
      <span className="site-name">{site.name}</span>
      <span className="site-long">{site.longName}</span>
    </a>
  )
}

const Emblem = ({ src }: { src: string }) => (
  <img className="site-emblem" src={src} width="40" height="40" alt="" />
)

const Book = () => (
  <svg viewBox="0 0 32 32" width="32" height="32" aria-hidden="true" focusable="false">
    <rect width="32" height="32" rx="8" fill="currentColor" />
    <path
      d="M8 9.5c3-1 5.5-.7 8 1 2.5-1.7 5-2 8-1v12.5c-3-1-5.5-.7-8 1-2.5-1.7-5-2-8-1z"
      fill="none"
      stroke="#fff"
      strokeWidth="1.8"
      strokeLinejoin="round"
    />
    <path d="M16 10.5v12.5" stroke="#fff" strokeWidth="1.8" />
  </svg>
)
