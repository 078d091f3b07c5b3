export function print(line = ''): void {
  process.stdout.write(`${line}\n`)
}

/** Rows under their headings, numbers to the right. */
export function printTable(
  headings: readonly string[],
  rows: readonly (readonly string[])[],
): void {
  const widths = headings.map((heading, at) =>
    Math.max(heading.length, ...rows.map((row) => row[at]?.length ?? 0)),
  )
  const lineOf = (cells: readonly string[]) =>
    cells.map((cell, at) =>
      at < 2 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0),
    )
  for (const row of [headings, ...rows]) print(lineOf(row).join('  '))
}
