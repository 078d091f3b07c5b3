import { Dialled } from '../Dialled'

type Part = { heading: string | null; blocks: ({ list: string[] } | { line: string })[] }

/** A page of text as the centre writes it: a line is a paragraph, `# ` begins a heading, `- ` a point of a list. */
export function SiteText({ text }: { text: string }) {
  return partsOf(text).map(({ heading, blocks }, at) => (
    <section key={at}>
      {heading && <h2>{heading}</h2>}
      {blocks.map((block, n) =>
        'list' in block ? (
          <ul key={n}>
            {block.list.map((line, which) => (
              <li key={which}>
                <Dialled words={line} />
              </li>
            ))}
          </ul>
        ) : (
          <p key={n}>
            <Dialled words={block.line} />
          </p>
        ),
      )}
    </section>
  ))
}

export function partsOf(text: string): Part[] {
  const parts: Part[] = [{ heading: null, blocks: [] }]
  for (const written of text.split('\n')) {
    const line = written.trim()
    const blocks = parts.at(-1)!.blocks
    const last = blocks.at(-1)
    if (line === '') continue
    if (line.startsWith('# ')) parts.push({ heading: line.slice(2).trim(), blocks: [] })
    else if (!line.startsWith('- ')) blocks.push({ line })
    else if (last && 'list' in last) last.list.push(line.slice(2).trim())
    else blocks.push({ list: [line.slice(2).trim()] })
  }
  return parts.filter(({ heading, blocks }) => heading !== null || blocks.length > 0)
}
