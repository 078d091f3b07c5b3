type Props = { data: Record<string, unknown> | null }

/** What a page says, for search engines: data that no browser runs. */
export function StructuredData({ data }: Props) {
  if (!data) return null
  const __html = safeJson({ '@context': 'https://schema.org', ...data })
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html }} />
}

/** JSON that no word in it can end: none of what HTML takes for a mark is left as it is. */
export const safeJson = (data: unknown): string =>
  JSON.stringify(data).replace(
    /[<>&\u2028\u2029]/g,
    (mark) => `\\u${mark.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
