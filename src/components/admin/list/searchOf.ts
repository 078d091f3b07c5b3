/** What an address asks for, each name once; lists of values are nothing our pages ask. */
export const searchOf = (query: Record<string, unknown> | undefined): URLSearchParams =>
  new URLSearchParams(
    Object.entries(query ?? {}).flatMap(([name, value]) =>
      typeof value === 'string' ? [[name, value]] : [],
    ),
  )
